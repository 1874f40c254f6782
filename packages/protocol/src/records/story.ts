import Type, { type Static } from 'typebox';
import { Address, closed, Id, Locale, oneOf, Short, Text, Time } from './atoms.js';

/** Where an answer comes from. */
export const SourceSchema = closed({
  article: Short,
  section: Type.Optional(Short),
  title: Short,
  sectionTitle: Type.Optional(Short),
  probability: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
  /** Absent: its words were quoted. */
  by: Type.Optional(Type.Literal('model')),
});
export type Source = Static<typeof SourceSchema>;

/** A customer's verdict on an answer or article. */
export const VoteSchema = oneOf('yes', 'no');
export type Vote = Static<typeof VoteSchema>;

/** Why an article did not help; the customer picks from these. */
export const VoteReasonSchema = oneOf('not_my_question', 'unclear', 'incomplete', 'outdated', 'did_not_work', 'other');
export type VoteReason = Static<typeof VoteReasonSchema>;

/** One turn of the bot's part, as the page reports it. */
export const TurnSchema = closed({
  id: Id,
  by: oneOf('visitor', 'bot'),
  text: Text,
  at: Time,
  source: Type.Optional(SourceSchema),
  vote: Type.Optional(VoteSchema),
  /** The bot had no answer for what was said before this turn. */
  missed: Type.Optional(Type.Boolean()),
});
export type Turn = Static<typeof TurnSchema>;

/** One search made before. */
export const SearchMadeSchema = closed({
  query: Short,
  at: Time,
  results: Type.Integer({ minimum: 0 }),
  opened: Type.Optional(Short),
});
export type SearchMade = Static<typeof SearchMadeSchema>;

/** One article opened before; `dwell` in seconds. */
export const ArticleReadSchema = closed({
  id: Short,
  title: Short,
  section: Type.Optional(Short),
  at: Time,
  dwell: Type.Integer({ minimum: 0 }),
  vote: Type.Optional(VoteSchema),
  reasons: Type.Optional(Type.Array(VoteReasonSchema, { maxItems: 6 })),
  note: Type.Optional(Type.String({ maxLength: 1000 })),
});
export type ArticleRead = Static<typeof ArticleReadSchema>;

/** The page the customer stood on. */
export const PageSchema = closed({ url: Address, title: Short, referrer: Type.Optional(Address) });
export type Page = Static<typeof PageSchema>;

/** Something known about the customer; verified only when the site's own signature says so. */
export const AttributeSchema = closed({
  name: Short,
  value: Type.String({ maxLength: 1000 }),
  verified: Type.Boolean(),
});
export type Attribute = Static<typeof AttributeSchema>;

/** Something the bot was told, or found out, under the name its flow gives it. */
export const FlowAnswerSchema = closed({ name: Short, value: Type.String({ maxLength: 1000 }) });
export type FlowAnswer = Static<typeof FlowAnswerSchema>;

/** A page the customer was on, as the site's own code told it. */
export const PageVisitSchema = closed({ url: Address, title: Type.Optional(Short), at: Time });
export type PageVisit = Static<typeof PageVisitSchema>;

/** A name with its value, as the page says it. */
export const NamedValueSchema = closed({ name: Short, value: Type.String({ maxLength: 1000 }) });
export type NamedValue = Static<typeof NamedValueSchema>;

/** Something the customer did, as the site's own code told it. */
export const TrackedEventSchema = closed({
  name: Short,
  at: Time,
  data: Type.Optional(Type.Array(NamedValueSchema, { maxItems: 20 })),
});
export type TrackedEvent = Static<typeof TrackedEventSchema>;

/** Everything a handoff carries, so that nobody has to say anything twice. Reported by the page. */
export const StorySchema = closed({
  page: PageSchema,
  locale: Locale,
  zone: Type.Optional(Short),
  device: Type.Optional(oneOf('phone', 'tablet', 'desktop', 'script')),
  transcript: Type.Array(TurnSchema, { maxItems: 100 }),
  searches: Type.Array(SearchMadeSchema, { maxItems: 20 }),
  articles: Type.Array(ArticleReadSchema, { maxItems: 20 }),
  attributes: Type.Array(AttributeSchema, { maxItems: 50 }),
  /** What the site's code said the customer did, and where they were; oldest first. */
  events: Type.Optional(Type.Array(TrackedEventSchema, { maxItems: 50 })),
  pages: Type.Optional(Type.Array(PageVisitSchema, { maxItems: 50 })),
  /** What the variables of the flow held. */
  answers: Type.Optional(Type.Array(FlowAnswerSchema, { maxItems: 50 })),
  summary: Type.Optional(Type.String({ maxLength: 2000 })),
});
export type Story = Static<typeof StorySchema>;
