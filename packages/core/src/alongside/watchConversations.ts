import type { HandrailEvents, Tell } from '../events.js';
import type { Stores, SurveyState } from '../stores.js';
import type { Thread } from '../thread.js';

/**
 * Tells of what changed in the conversations by comparing them before and after: whatever the way was, an event of the log, another
 * tab or the bot. `$survey` follows. Returns the end of it.
 */
export function watchConversations(stores: Stores, tell: Tell): () => void {
  let before = stores.$threads.get();
  let wasOnline = false;
  const stops = [
    stores.$threads.listen(threads => {
      const earlier = before;
      before = threads;
      for (const [id, thread] of threads) {
        const known = earlier.get(id);
        if (known !== thread) compare(id, known, thread, tell);
      }
    }),
    stores.$thread.subscribe(thread => {
      const survey = surveyOf(thread);
      const now = stores.$survey.get();
      if (JSON.stringify(now) !== JSON.stringify(survey)) stores.$survey.set(survey);
    }),
    stores.$contact.listen((contact, earlier) => {
      if (contact && !earlier) tell('form:shown', { conversation: stores.$current.get(), reason: contact.reason });
    }),
    stores.$connection.subscribe(({ state }) => {
      if (state !== 'online') return;
      if (wasOnline) tell('resynced', {});
      wasOnline = true;
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function compare(conversation: string, before: Thread | undefined, after: Thread, tell: Tell): void {
  const [was, is] = [before?.record, after.record];
  if (is && (was?.status !== is.status || was.owner !== is.owner))
    tell('conversation:status', { conversation, status: is.status, owner: is.owner });
  // What a page reads again of an earlier one is no news.
  const isNews = was || after.events.length < 4;
  if (is?.owner === 'queue' && was?.owner !== 'queue' && is.ownerReason !== 'left_message' && isNews)
    tell('handoff:queued', { conversation });
  if (is?.owner === 'queue' && after.queue && JSON.stringify(before?.queue) !== JSON.stringify(after.queue))
    tell('queue:position', { conversation, ...placeOf(after.queue) });
  const [left, joined] = [agentOf(before), agentOf(after)];
  if (left !== joined && was) {
    if (left !== null) tell('agent:left', { conversation, agent: left });
    if (joined !== null) tell('agent:joined', { conversation, agent: joined });
  }
  if (!before?.typing !== !after.typing) {
    const { name } = after.typing ?? {};
    tell('typing', { conversation, on: after.typing !== null, ...(name ? { name } : {}) });
  }
  if (was && is && is.marks.agent.read > was.marks.agent.read) tell('read', { conversation, seq: is.marks.agent.read });
  const offered = after.turns.at(-1);
  if (offered?.offer && !before?.turns.some(({ id, offer }) => id === offered.id && offer))
    tell('handoff:offered', { conversation });
}

function placeOf({
  position,
  wait,
}: NonNullable<Thread['queue']>): Omit<HandrailEvents['queue:position'], 'conversation'> {
  return { position, ...(wait ? { waitMin: wait.min, waitMax: wait.max } : {}) };
}

function agentOf(thread: Thread | undefined): string | null {
  const { record } = thread ?? {};
  return record?.owner === 'human' && record.status === 'open' ? (record.assignee?.name ?? '') : null;
}

/** The scale the bot shows and nobody answered; after the end, the question how it was. */
function surveyOf(thread: Thread | null): SurveyState | null {
  if (!thread) return null;
  const { id: conversation, record, turns, events } = thread;
  const met =
    record?.assignee ?? events.find(({ kind, body }) => kind === 'owner' && 'owner' in body && body.owner === 'human');
  if (record?.status === 'closed')
    return met && !record.csat ? { conversation, survey: 'csat', by: 'end', from: 1, to: 5 } : null;
  const last = turns.at(-1);
  if (last?.by !== 'bot' || !last.scale) return null;
  const { survey, from, to } = last.scale;
  return { conversation, survey, by: 'flow', from, to };
}
