import type { Conversation } from '@handrail/protocol';
import { useInbox } from '../state/InboxContext.js';
import { useStore } from '../state/useStore.js';
import { useText } from '../text/TextContext.js';
import { Icon } from './Icon.js';

/** Milliseconds before the time at which an answer is about to be late. */
const SOON_MS = 2 * 60_000;

/** When an answer is due, in words and with a mark once it is late. */
export function DueChip({ record }: { record: Conversation }) {
  const { agent, $now } = useInbox();
  const text = useText();
  const now = useStore($now);
  const due = useStore(agent.$desk).get(record.id)?.due;
  if (!due) return null;
  const left = due.at - now;
  const late = left < 0;
  const time = text.duration(Math.abs(left));
  return (
    <span class={`chip ${late ? 'bad' : left < SOON_MS ? 'warn' : 'plain'}`} title={text.full(due.at)}>
      {late && <Icon name="warning" size={14} />}
      {time === null ? text.t('dueNow') : text.t(late ? 'overdue' : 'dueIn', { time })}
    </span>
  );
}

/** The same above the conversation, in a line of its own: it must not be cut. */
export function DueBar({ record }: { record: Conversation }) {
  const note = useStore(useInbox().agent.$desk).get(record.id);
  if (!note?.due && note?.meantFor === undefined && note?.team === undefined) return null;
  return (
    <p class="due-bar">
      <DueChip record={record} />
      <MeantForChip record={record} />
      <TeamChip record={record} />
    </p>
  );
}

/** Whom a waiting conversation is meant for, because they had it before. */
export function MeantForChip({ record }: { record: Conversation }) {
  const { agent } = useInbox();
  const text = useText();
  const me = useStore(agent.$me)?.id;
  const colleagues = useStore(agent.$colleagues);
  const meantFor = useStore(agent.$desk).get(record.id)?.meantFor;
  if (meantFor === undefined) return null;
  const name = colleagues.find(one => one.id === meantFor)?.name ?? record.lastAgent?.name ?? meantFor;
  return <span class="chip plain">{meantFor === me ? text.t('meantForYou') : text.t('meantFor', { name })}</span>;
}

/** Which team a waiting conversation is for; marked while only they are asked. */
export function TeamChip({ record }: { record: Conversation }) {
  const { agent } = useInbox();
  const text = useText();
  const teams = useStore(agent.$teams);
  const asked = useStore(agent.$desk).get(record.id)?.team;
  const team = teams.find(one => one.id === record.team);
  if (asked === undefined || !team) return null;
  return (
    <span class={`chip ${asked === 'first' && team.mine ? 'warn' : 'plain'}`}>
      {text.t(asked === 'first' ? 'meantFor' : 'forTeam', { name: team.name })}
    </span>
  );
}
