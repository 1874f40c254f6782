import type { Conversation, DeskNote, ServerFrame, SiteConfig } from '@handrail/protocol';
import { DEFAULT_HANDOFF, type HandoffSettings } from './handoffSettings.js';
import { createDeadline } from './hours.js';
import type { OpenConversations } from './openConversations.js';

/** Tells agents when an answer is due, and which conversations are meant for whom. */
export interface DeskNotes {
  /** A conversation changed; `OpenConversations` knows already. */
  note(record: Conversation): void;
  /** Somebody came or went. */
  look(site: string): void;
  /** Everything there is to say, for an agent who has just come. */
  frames(site: string): readonly ServerFrame[];
}

/** What they are made of. */
export interface DeskNotesOptions {
  readonly sites: ReadonlyMap<string, SiteConfig>;
  readonly open: Pick<OpenConversations, 'get' | 'of'>;
  /** Whether an agent is here and takes conversations. */
  readonly isHere: (site: string, agent: string) => boolean;
  /** Ids of the agents in a team of a site. */
  readonly membersOf: (site: string, team: string) => readonly string[];
  readonly now: () => number;
  readonly tell: (site: string, frame: ServerFrame) => void;
}

const MINUTE = 60_000;
/** Visitors whose last agent is remembered. */
const MOST_MET = 10_000;
/** Conversations in one frame. */
const MOST = 200;

export function createDeskNotes({ sites, open, isHere, membersOf, now, tell }: DeskNotesOptions): DeskNotes {
  const rules = new Map([...sites].map(([id, site]) => [id, createRule(site)]));
  const told = new Map<string, string>();
  /** Who answered a visitor last; a new conversation of theirs is the same matter for a while. */
  const met = new Map<string, NonNullable<Conversation['lastAgent']>>();

  const remember = (key: string, agent: NonNullable<Conversation['lastAgent']>) => {
    met.delete(key);
    met.set(key, agent);
    const [oldest] = met.size > MOST_MET ? met.keys() : [];
    if (oldest !== undefined) met.delete(oldest);
  };
  const noteOf = (record: Conversation): DeskNote => {
    const rule = rules.get(record.site);
    const agent = rule?.meantFor(record, met.get(`${record.site} ${record.visitor}`));
    const due = rule?.due(record);
    const isTeamHere = (team: string) => membersOf(record.site, team).some(one => isHere(record.site, one));
    return {
      ...(due ? { due } : {}),
      ...(agent !== undefined && isHere(record.site, agent) ? { meantFor: agent } : {}),
      ...(record.team !== undefined && record.owner === 'queue'
        ? { team: isTeamHere(record.team) && rule?.isTeamFirst(record, now()) ? 'first' : 'all' }
        : {}),
    };
  };
  const tellNews = (site: string, records: Iterable<readonly [string, DeskNote]>) => {
    const news = [...records].filter(([id, note]) => (told.get(id) ?? '{}') !== JSON.stringify(note));
    for (const [id, note] of news) {
      if (Object.keys(note).length > 0) told.set(id, JSON.stringify(note));
      else told.delete(id);
    }
    for (const frame of inFrames(news)) tell(site, frame);
  };
  return {
    note(record) {
      const { site, id, visitor, lastAgent } = record;
      if (lastAgent) remember(`${site} ${visitor}`, lastAgent);
      tellNews(site, [[id, open.get(site, id) ? noteOf(record) : {}]]);
    },
    look(site) {
      tellNews(
        site,
        [...open.of(site)].map(record => [record.id, noteOf(record)] as const),
      );
    },
    frames: site =>
      inFrames(
        [...open.of(site)]
          .map(record => [record.id, noteOf(record)] as const)
          .filter(([, note]) => Object.keys(note).length > 0),
      ),
  };
}

function inFrames(notes: readonly (readonly [string, DeskNote])[]): ServerFrame[] {
  const frames: ServerFrame[] = [];
  for (let from = 0; from < notes.length; from += MOST)
    frames.push({ t: 'desk', conversations: Object.fromEntries(notes.slice(from, from + MOST)) });
  return frames;
}

/** What a site's settings say of one conversation. */
function createRule(site: SiteConfig) {
  const settings: HandoffSettings = { ...DEFAULT_HANDOFF, ...site.handoff };
  const deadline = createDeadline(site.hours);
  return {
    due({ owner, ownerReason, turn }: Conversation): DeskNote['due'] {
      if (turn?.of !== 'agent' || (owner === 'queue' && ownerReason === 'left_message')) return undefined;
      const minutes = turn.answered ? settings.nextResponse : settings.firstResponse;
      if (minutes === 0) return undefined;
      return { at: deadline(turn.since, minutes * MINUTE), target: turn.answered ? 'next' : 'first' };
    },
    isTeamFirst: ({ ownerSince }: Conversation, now: number): boolean =>
      ownerSince !== undefined && now - ownerSince < settings.teamFirst * MINUTE,
    meantFor(record: Conversation, before: Conversation['lastAgent']): string | undefined {
      const last = record.lastAgent ?? before;
      if (record.owner !== 'queue' || record.ownerSince === undefined || !last || settings.sameAgent === 0)
        return undefined;
      return record.ownerSince - last.until <= settings.sameAgent * MINUTE ? last.id : undefined;
    },
  };
}
