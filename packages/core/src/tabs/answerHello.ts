import type { Hello, Resume, ServerFrame, Welcome } from '@handrail/protocol';
import { lastSeq, type Thread } from '../thread.js';

/**
 * What a tab that says hello to this one has missed: a welcome and the events after its cursors, as the server would
 * answer. Cursors of another epoch are reset. What this tab has not read itself yet is named in a `beat`, so that the
 * other one asks the server for it.
 */
export function answerHello(hello: Hello, welcome: Welcome, threads: readonly Thread[]): readonly ServerFrame[] {
  const known = threads.filter(thread => thread.record);
  const isSame = hello.epoch === undefined || hello.epoch === welcome.epoch;
  const cursorOf = ({ id }: Thread) => (isSame ? (hello.cursors?.[id] ?? 0) : 0);
  const wordOn = (thread: Thread): Resume => {
    if (!isSame) return 'reset';
    return cursorOf(thread) < lastSeq(thread) ? 'gap' : 'ok';
  };
  const resumes = Object.fromEntries(known.map(thread => [thread.id, wordOn(thread)]));
  const words = Object.values(resumes);
  const resume = words.find(word => word === 'reset') ?? words.find(word => word === 'gap') ?? 'ok';
  const conversations = known.flatMap(thread => thread.record ?? []);
  const events = known.flatMap(thread => thread.events.filter(event => event.seq > cursorOf(thread)));
  const partly = known.filter(thread => cursorOf(thread) < thread.start);
  const starts = Object.fromEntries(partly.map(thread => [thread.id, thread.start]));
  const frames: ServerFrame[] = [{ ...welcome, resume, resumes, starts, conversations }];
  if (events.length > 0) frames.push({ t: 'events', events, conversations });
  frames.push({ t: 'beat', seqs: Object.fromEntries(conversations.map(record => [record.id, record.lastSeq])) });
  return frames;
}
