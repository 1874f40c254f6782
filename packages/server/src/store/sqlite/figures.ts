import type { OutcomeReport } from '@handrail/protocol';
import type { Talk } from '../../log/talk.js';
import type { FlowSurveys, Response, Results, Times } from '../results.js';
import type { Database } from './openDatabase.js';

/** What figures are made from: outcomes reported by pages, and conversations with people. */
export interface Figures {
  addOutcome(report: OutcomeReport, at: number): boolean;
  spend(site: string, what: string, day: string, amount: number): number;
  results(site: string, from: number, until: number): Results;
  talk(conversation: string): Talk | null;
  keepTalk(talk: Talk): void;
}

const TALK = `conversation, site, created_at AS createdAt, requested_at AS requestedAt, accepted_at AS acceptedAt,
  answered_at AS answeredAt, message_left_at AS messageLeftAt, left_at AS leftAt, closed_at AS closedAt, score`;

/** What the log knows is the last word: a page may have reported before the customer came back. */
const SESSIONS = `
  WITH sessions AS (
    SELECT o.kind, o.answers + o.articles > 0 AS shown,
      CASE WHEN t.requested_at IS NOT NULL THEN 'handed_over' WHEN t.message_left_at IS NOT NULL THEN 'message_left'
        ELSE o.outcome END AS outcome, o.again
    FROM outcomes o LEFT JOIN talks t ON t.conversation = o.id AND t.site = o.site
    WHERE o.site = ? AND o.at >= ? AND o.at < ?
  )
  SELECT COUNT(*) AS sessions, COALESCE(SUM(shown), 0) AS withAnswer,
    COALESCE(SUM(outcome = 'confirmed'), 0) AS confirmed, COALESCE(SUM(outcome = 'assumed'), 0) AS assumed,
    COALESCE(SUM(outcome = 'abandoned'), 0) AS abandoned, COALESCE(SUM(kind = 'chat'), 0) AS chats,
    COALESCE(SUM(kind = 'chat' AND outcome NOT IN ('handed_over', 'message_left')), 0) AS contained,
    COALESCE(SUM(again), 0) AS again
  FROM sessions`;

/** A score is -1 where the survey was not answered; comparisons with `NULL` are `NULL`, and not summed. */
const SURVEYS = `
  SELECT COUNT(csat) + COUNT(ces) + COUNT(nps) AS shown,
    COALESCE(SUM(csat >= 0), 0) + COALESCE(SUM(ces >= 0), 0) + COALESCE(SUM(nps >= 0), 0) AS answered,
    COALESCE(SUM(csat >= 0), 0) AS csat, COALESCE(SUM(csat >= 4), 0) AS csatGood,
    COALESCE(SUM(ces >= 0), 0) AS ces, COALESCE(SUM(ces >= 5), 0) AS cesGood,
    COALESCE(SUM(CASE WHEN ces >= 0 THEN ces END), 0) AS cesSum,
    COALESCE(SUM(nps >= 0), 0) AS nps, COALESCE(SUM(nps >= 9), 0) AS promoters,
    COALESCE(SUM(nps BETWEEN 0 AND 6), 0) AS detractors
  FROM outcomes WHERE site = ? AND at >= ? AND at < ?`;

const RESPONSES = `
  SELECT requested_at AS requestedAt, answered_at AS answeredAt FROM talks
  WHERE site = ? AND requested_at >= ? AND requested_at < ? AND answered_at IS NOT NULL`;

const REQUESTS = `
  SELECT COUNT(*) AS requested, COUNT(left_at) AS leftQueue FROM talks
  WHERE site = ? AND requested_at >= ? AND requested_at < ?`;

const MESSAGES = `
  SELECT COUNT(*) AS messagesLeft FROM talks
  WHERE site = ? AND message_left_at >= ? AND message_left_at < ? AND requested_at IS NULL`;

const ENDS = `
  SELECT COUNT(accepted_at) AS surveys, COUNT(score) AS rated, COALESCE(SUM(score >= 4), 0) AS satisfied FROM talks
  WHERE site = ? AND closed_at >= ? AND closed_at < ?`;

/** Nearest rank: the smallest value that at least so many of a hundred do not exceed. */
const times = (ms: string, at: string) => `
  WITH ranked AS (
    SELECT ${ms} AS ms, ROW_NUMBER() OVER (ORDER BY ${ms}) AS n, COUNT(*) OVER () AS many FROM talks
    WHERE site = ? AND ${at} >= ? AND ${at} < ? AND ${ms} IS NOT NULL
  )
  SELECT COUNT(*) AS count, MAX(CASE WHEN n = (many * 50 + 99) / 100 THEN ms END) AS median,
    MAX(CASE WHEN n = (many * 90 + 99) / 100 THEN ms END) AS p90
  FROM ranked`;

export function createFigures(db: Database): Figures {
  const sql = {
    addOutcome: db.prepare(
      `INSERT INTO outcomes (site, id, n, at, kind, outcome, answers, articles, searches, locale, again, csat, ces, nps)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (site, id) DO UPDATE SET n = excluded.n, at = excluded.at, kind = excluded.kind,
         outcome = excluded.outcome, answers = excluded.answers, articles = excluded.articles,
         searches = excluded.searches, locale = excluded.locale, again = excluded.again, csat = excluded.csat,
         ces = excluded.ces, nps = excluded.nps
       WHERE excluded.n > outcomes.n`,
    ),
    spend: db.prepare(
      `INSERT INTO spent (site, day, what, amount) VALUES (?, ?, ?, ?)
       ON CONFLICT (site, day, what) DO UPDATE SET amount = amount + excluded.amount RETURNING amount`,
    ),
    talk: db.prepare(`SELECT ${TALK} FROM talks WHERE conversation = ?`),
    keepTalk: db.prepare('INSERT OR REPLACE INTO talks VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'),
    sessions: db.prepare(SESSIONS),
    requests: db.prepare(REQUESTS),
    messages: db.prepare(MESSAGES),
    ends: db.prepare(ENDS),
    surveys: db.prepare(SURVEYS),
    responses: db.prepare(RESPONSES),
    firstResponse: db.prepare(times('answered_at - requested_at', 'requested_at')),
    resolution: db.prepare(times('closed_at - created_at', 'closed_at')),
  };
  return {
    spend: (site, what, day, amount) => (sql.spend.get(site, day, what, amount) as { amount: number }).amount,
    addOutcome({ site, id, n, kind, outcome, answers, articles, searches, locale, again, surveys = {} }, at) {
      const scores = [surveys.csat, surveys.ces, surveys.nps].map(score => (score === null ? -1 : (score ?? null)));
      const counts = [answers, articles, searches, locale, Number(again ?? false)];
      return sql.addOutcome.run(site, id, n, at, kind, outcome, ...counts, ...scores).changes > 0;
    },
    results: (...range) =>
      ({
        ...(sql.sessions.get(...range) as object),
        ...(sql.requests.get(...range) as object),
        ...(sql.messages.get(...range) as object),
        ...(sql.ends.get(...range) as object),
        flowSurveys: { ...(sql.surveys.get(...range) as unknown as FlowSurveys) },
        responses: (sql.responses.all(...range) as unknown as Response[]).map(row => ({ ...row })),
        firstResponse: { ...(sql.firstResponse.get(...range) as unknown as Times) },
        resolution: { ...(sql.resolution.get(...range) as unknown as Times) },
      }) as unknown as Results,
    talk: conversation => (sql.talk.get(conversation) as Talk | undefined) ?? null,
    keepTalk(talk) {
      sql.keepTalk.run(
        talk.conversation,
        talk.site,
        talk.createdAt,
        talk.requestedAt,
        talk.acceptedAt,
        talk.answeredAt,
        talk.messageLeftAt,
        talk.leftAt,
        talk.closedAt,
        talk.score,
      );
    },
  };
}
