import type { Conversation, OutcomeReport } from '@handrail/protocol';
import type { NewEvent } from '../log/project.js';
import { concernsTalk, nextTalk, type Talk } from '../log/talk.js';
import type { FlowSurveys } from './results.js';
import type { Store } from './store.js';
import { timesOf } from './timesOf.js';

/** What figures are made from, in memory. */
export interface MemoryFigures extends Pick<Store, 'addOutcome' | 'results' | 'spend'> {
  /** An event entered the log. */
  entered(before: Conversation | null, event: NewEvent, record: Conversation): void;
}

export function createMemoryFigures(): MemoryFigures {
  const outcomes = new Map<string, OutcomeReport & { readonly at: number }>();
  const talks = new Map<string, Talk>();
  const spent = new Map<string, number>();
  return {
    async addOutcome(report, at) {
      const key = `${report.site} ${report.id}`;
      if ((outcomes.get(key)?.n ?? 0) >= report.n) return false;
      outcomes.set(key, { ...report, at });
      return true;
    },
    async spend(site, what, day, amount) {
      const key = `${site} ${day} ${what}`;
      const total = (spent.get(key) ?? 0) + amount;
      spent.set(key, total);
      return total;
    },
    entered(before, event, record) {
      if (!concernsTalk(before, event)) return;
      const talk = nextTalk(talks.get(record.id) ?? null, event, record);
      if (talk) talks.set(record.id, talk);
    },
    async results(site, from, until) {
      const isIn = (at: number | null): at is number => at !== null && at >= from && at < until;
      const own = [...talks.values()].filter(talk => talk.site === site);
      const sessions = [...outcomes.values()]
        .filter(one => one.site === site && isIn(one.at))
        .map(one => ({ ...one, outcome: lastWord(one.outcome, talks.get(one.id)) }));
      const count = (outcome: string) => sessions.filter(one => one.outcome === outcome).length;
      const chats = sessions.filter(one => one.kind === 'chat');
      const requests = own.filter(talk => isIn(talk.requestedAt));
      const ends = own.filter(talk => isIn(talk.closedAt));
      return {
        sessions: sessions.length,
        withAnswer: sessions.filter(one => one.answers + one.articles > 0).length,
        confirmed: count('confirmed'),
        assumed: count('assumed'),
        abandoned: count('abandoned'),
        chats: chats.length,
        contained: chats.filter(({ outcome }) => outcome !== 'handed_over' && outcome !== 'message_left').length,
        requested: requests.length,
        leftQueue: requests.filter(talk => talk.leftAt !== null).length,
        messagesLeft: own.filter(talk => talk.requestedAt === null && isIn(talk.messageLeftAt)).length,
        again: sessions.filter(one => one.again).length,
        responses: requests.flatMap(({ requestedAt, answeredAt }) =>
          requestedAt === null || answeredAt === null ? [] : [{ requestedAt, answeredAt }],
        ),
        flowSurveys: surveysOf(sessions.flatMap(({ surveys }) => surveys ?? [])),
        firstResponse: timesOf(requests.map(talk => between(talk.requestedAt, talk.answeredAt))),
        resolution: timesOf(ends.map(talk => between(talk.createdAt, talk.closedAt))),
        surveys: ends.filter(talk => talk.acceptedAt !== null).length,
        rated: ends.filter(talk => talk.score !== null).length,
        satisfied: ends.filter(talk => (talk.score ?? 0) >= 4).length,
      };
    },
  };
}

function surveysOf(all: readonly NonNullable<OutcomeReport['surveys']>[]): FlowSurveys {
  const shown = all.flatMap(one => Object.values(one));
  const scores = (kind: 'csat' | 'ces' | 'nps') => all.flatMap(one => one[kind] ?? []);
  const [csat, ces, nps] = [scores('csat'), scores('ces'), scores('nps')];
  const many = (list: readonly number[], from: number, to: number) => list.filter(n => n >= from && n <= to).length;
  return {
    shown: shown.length,
    answered: shown.filter(score => score !== null).length,
    csat: csat.length,
    csatGood: many(csat, 4, 5),
    ces: ces.length,
    cesGood: many(ces, 5, 7),
    cesSum: ces.reduce((sum, score) => sum + score, 0),
    nps: nps.length,
    promoters: many(nps, 9, 10),
    detractors: many(nps, 0, 6),
  };
}

function lastWord(reported: OutcomeReport['outcome'], talk: Talk | undefined): OutcomeReport['outcome'] {
  if (talk?.requestedAt != null) return 'handed_over';
  return talk?.messageLeftAt != null ? 'message_left' : reported;
}

function between(from: number | null, to: number | null): number | null {
  return from === null || to === null ? null : to - from;
}
