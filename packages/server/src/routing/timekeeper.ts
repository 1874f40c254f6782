import type { Conversation, SiteConfig } from '@handrail/protocol';
import type { BusMessage } from '../bus/bus.js';
import type { Appended, Draft } from '../store/store.js';
import { DEFAULT_HANDOFF } from './handoffSettings.js';
import { type ClockStep, nextStep } from './nextStep.js';
import type { OpenConversations } from './openConversations.js';

/** Does what the time has come for in open conversations. */
export interface Timekeeper {
  /** Looks at every open conversation of a site; resolves when what was due is in the log. */
  look(site: string): Promise<void>;
}

/** What it is made of. */
export interface TimekeeperOptions {
  readonly sites: ReadonlyMap<string, SiteConfig>;
  readonly open: Pick<OpenConversations, 'of'>;
  readonly append: (draft: Draft) => Promise<Appended>;
  readonly publish: (site: string, message: BusMessage) => void;
  /** Milliseconds an agent is without connection; 0 while there is one. */
  readonly goneFor: (site: string, agent: string) => number;
  readonly now: () => number;
}

/**
 * Nothing is timed: what is due follows from the records, whenever they are looked at. Two processes that look at the same
 * conversation write the same id, and the second is a repeat; what changed meanwhile is refused and looked at again.
 */
export function createTimekeeper({ sites, open, append, publish, goneFor, now }: TimekeeperOptions): Timekeeper {
  const writing = new Set<string>();

  async function write(record: Conversation, step: ClockStep): Promise<void> {
    const { id: conversation, site, lastSeq } = record;
    writing.add(conversation);
    const draft = {
      id: `${step.kind}-${lastSeq}`,
      site,
      conversation,
      actor: { kind: 'system', site },
      sender: { kind: 'system', id: 'clock' },
      ...step,
      expects: lastSeq,
    } as const satisfies Draft;
    const appended = await append(draft).finally(() => writing.delete(conversation));
    if (!appended.ok || appended.repeated) return;
    publish(site, { t: 'appended', event: appended.event, conversation: appended.conversation });
  }

  return {
    async look(site) {
      const settings = { ...DEFAULT_HANDOFF, ...sites.get(site)?.handoff };
      const due = [...open.of(site)].flatMap(record => {
        if (writing.has(record.id)) return [];
        const agentGoneFor = record.assignee ? goneFor(site, record.assignee.id) : 0;
        const step = nextStep(record, { settings, now: now(), agentGoneFor });
        return step ? [write(record, step)] : [];
      });
      await Promise.all(due);
    },
  };
}
