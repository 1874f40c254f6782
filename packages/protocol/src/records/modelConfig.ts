import Type, { type Static } from 'typebox';
import { closed } from './atoms.js';

/** The language model that writes answers from help articles; see [Written answers](model.md). */
export const ModelConfigSchema = closed({
  /** Where an OpenAI-compatible API begins, such as `https://api.openai.com/v1`; `/chat/completions` is added. */
  url: Type.String({ pattern: '^https?://[^/?#\\s]+(/[^?#\\s]*)?$', maxLength: 2048 }),
  /** The model's name, as the API knows it. */
  name: Type.String({ minLength: 1, maxLength: 200 }),
  /** Headers that are sent; `${NAME}` is filled from the server's environment, so that secrets stand in no file. */
  headers: Type.Optional(Type.Record(Type.String(), Type.String({ maxLength: 4000 }))),
  /** How it should write, in words of the site ("Formal. Shop and customer are on first-name terms."). Default: plain and short. */
  voice: Type.Optional(Type.String({ minLength: 1, maxLength: 2000 })),
  /** `true`: the API may stand in a private network. Default `false`: a name that leads there is refused. */
  private: Type.Optional(Type.Boolean()),
  /** Seconds in which nothing comes of it, after which the answer is quoted instead. Default 8. */
  timeout: Type.Optional(Type.Number({ minimum: 0.1, maximum: 60 })),
  /** Times a request that failed before anything came of it is made again, within `timeout`. Default 1. */
  retries: Type.Optional(Type.Integer({ minimum: 0, maximum: 5 })),
  /** Sections it is given at most. Default 6. More know more, cost more and take longer. */
  passages: Type.Optional(Type.Integer({ minimum: 1, maximum: 12 })),
  /** Tokens of one answer at most. Default 600. */
  answerTokens: Type.Optional(Type.Integer({ minimum: 50, maximum: 4000 })),
  /**
   * Share of a sentence's words, from 0 to 1, that must stand in the passages it names. Default 0.5. Higher lets fewer wordings
   * through, and quotes more often. 0 leaves only numbers and addresses to be checked.
   */
  support: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
  /** Answers one address may ask for per minute. Default 10. */
  perMinute: Type.Optional(Type.Integer({ minimum: 1, maximum: 6000 })),
  /** Answers per day, in the zone of the site's hours. Default 1000. Later ones are quoted. */
  perDay: Type.Optional(Type.Integer({ minimum: 0 })),
  /** Tokens per day, of questions and answers together as the API counts them. Default 2,000,000. Later answers are quoted. */
  tokensPerDay: Type.Optional(Type.Integer({ minimum: 0 })),
});
export type ModelConfig = Static<typeof ModelConfigSchema>;
