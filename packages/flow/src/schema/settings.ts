import Type, { type Static } from 'typebox';
import { closed } from './values.js';

const share = (description: string) => Type.Number({ minimum: 0, maximum: 1, description });
const count = (description: string) => Type.Integer({ minimum: 0, description });
const amount = (description: string) => Type.Number({ exclusiveMinimum: 0, description });

/** Schema of the numbers of a flow. Each is optional; the defaults are `defaultSettings`. */
export const SettingsSchema = closed({
  rephraseAtMost: Type.Optional(count('Times the bot asks to rephrase before it offers a person. Default 2.')),
  repeatTurns: Type.Optional(
    Type.Integer({ minimum: 2, description: 'Turns with the same message before a person is offered. Default 3.' }),
  ),
  negativeVotes: Type.Optional(
    Type.Integer({ minimum: 1, description: '"No" votes before a person is offered. Default 2.' }),
  ),
  turnsWithoutVote: Type.Optional(
    Type.Integer({ minimum: 1, description: 'Bot turns without a vote before a person is offered. Default 8.' }),
  ),
  requestAtFirstTurn: Type.Optional(
    Type.Enum(['handoff', 'offer'], {
      description: 'What a clear request for a person does in the very first message. Default handoff.',
    }),
  ),
  bands: Type.Optional(
    closed({
      answer: Type.Optional(share('Least probability of an answer. Default 0.7.')),
      didYouMean: Type.Optional(share('Least probability of a suggestion. Default 0.25.')),
      gap: Type.Optional(share('Least distance of an answer to the second article. Default 0.15.')),
    }),
  ),
  enoughUtterances: Type.Optional(
    Type.Integer({
      minimum: 1,
      description:
        'Utterances an intent needs before it is entered without asking; with fewer it is suggested. Default 30.',
    }),
  ),
  timeouts: Type.Optional(
    closed({
      answerSeconds: Type.Optional(amount('Seconds a provider of answers may take. Default 8.')),
      checkInMinutes: Type.Optional(
        amount('Minutes of silence after an answer before the bot checks in once. Default 4.'),
      ),
      assumedMinutes: Type.Optional(
        amount('Minutes of silence after which an answered question counts as assumed resolved. Default 30.'),
      ),
    }),
  ),
});

/** Numbers of a flow as an author gives them. */
export type GivenSettings = Static<typeof SettingsSchema>;
