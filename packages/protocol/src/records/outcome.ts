import Type, { type Static } from 'typebox';
import { closed, Id, Locale, oneOf, Short } from './atoms.js';

/** How a help session ended; each has one. */
export const OutcomeSchema = oneOf('confirmed', 'assumed', 'abandoned', 'handed_over', 'message_left');
export type Outcome = Static<typeof OutcomeSchema>;

const count = Type.Integer({ minimum: 0, maximum: 10_000 });
const score = (minimum: number, maximum: number) =>
  Type.Optional(Type.Union([Type.Integer({ minimum, maximum }), Type.Null()]));

/** `POST /api/v1/outcomes`: how a help session ended, in numbers. The page reports it; it holds nothing anybody wrote. */
export const OutcomeReportSchema = closed({
  site: Short,
  /** The conversation, or a session of searches and articles. */
  id: Id,
  /** Counts the reports of one session, from 1; the highest is the last word, the same again changes nothing. */
  n: Type.Integer({ minimum: 1, maximum: 10_000 }),
  /** `chat`: something was asked of the bot or of people. */
  kind: oneOf('search', 'chat'),
  outcome: OutcomeSchema,
  /** Answers of the bot, articles opened, searches made. */
  answers: count,
  articles: count,
  searches: count,
  /** An article was shown again that this browser was shown in another session of the last 7 days. */
  again: Type.Optional(Type.Boolean()),
  /** Scores of surveys the flow asked; `null` where there was no answer. */
  surveys: Type.Optional(closed({ csat: score(1, 5), ces: score(1, 7), nps: score(0, 10) })),
  locale: Locale,
});
export type OutcomeReport = Static<typeof OutcomeReportSchema>;

/** Names of the figures of a report. */
export const FIGURES = [
  'confirmed_resolution',
  'assumed_resolution',
  'abandoned',
  'containment',
  'deflection',
  'self_service_score',
  'recontact',
  'first_response',
  'first_response_hours',
  'resolution_time',
  'queue_abandonment',
  'csat',
  'csat_response',
  'flow_csat',
  'ces',
  'nps',
  'survey_response',
] as const;

/** One figure. What it was made from stands beside it, so that nobody has to believe it. */
export const FigureSchema = closed({
  key: oneOf(...FIGURES),
  /** `share`: 0 to 1. `ratio`: to 1. `ms`: milliseconds, the median. `score`: 1 to 7, the mean. `points`: -100 to 100. */
  unit: oneOf('share', 'ratio', 'ms', 'score', 'points'),
  /** Absent where there was nothing to count. */
  value: Type.Optional(Type.Number()),
  /** Only of times: nine of ten took no longer. */
  p90: Type.Optional(Type.Number()),
  /** What was counted, and out of how many; of times only how many. */
  part: Type.Optional(Type.Integer()),
  whole: Type.Integer(),
});
export type Figure = Static<typeof FigureSchema>;

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

/** `GET /api/v1/report`: the days asked for, in the site's zone, both included. */
export const ReportQuerySchema = closed({ site: Type.Optional(Short), from: Day, to: Day });

/** Its answer. */
export const ReportSchema = closed({
  site: Short,
  from: Day,
  to: Day,
  /** IANA zone the days are of. */
  zone: Short,
  /** Help sessions reported by pages. */
  sessions: Type.Integer(),
  figures: Type.Array(FigureSchema),
});
export type Report = Static<typeof ReportSchema>;
