import type { Conversation, Hello, Resume } from '@handrail/protocol';

/** What a visitor's cursors are worth. */
export interface VisitorResume {
  /** The worst of all. */
  readonly resume: Resume;
  readonly resumes: Readonly<Record<string, Resume>>;
  /** Where logs begin of which only the newest events were asked for. */
  readonly starts?: Readonly<Record<string, number>>;
  /** Where each conversation goes on. */
  readonly cursors: ReadonlyMap<string, number>;
}

/**
 * The server's decision about a visitor's cursors. Another epoch is another history: everything starts over. A cursor
 * past the end, or of a conversation this visitor does not have, is forgotten in the same way.
 */
export function resumeVisitor(hello: Hello, epoch: string, records: readonly Conversation[]): VisitorResume {
  const given = Object.entries(hello.cursors ?? {});
  const sameHistory = hello.epoch === epoch || given.length === 0;
  const resumes: Record<string, Resume> = {};
  const cursors = new Map<string, number>();
  const starts: Record<string, number> = {};
  for (const [id] of given) resumes[id] = 'reset';
  for (const { id, lastSeq } of records) {
    const cursor = hello.cursors?.[id] ?? 0;
    const fits = sameHistory && cursor <= lastSeq;
    cursors.set(id, fits ? cursor : 0);
    if (fits) resumes[id] = cursor === lastSeq ? 'ok' : 'gap';
    else resumes[id] = 'reset';
    const start = lastSeq - (hello.latest ?? lastSeq);
    if (cursors.get(id) === 0 && start > 0) {
      cursors.set(id, start);
      starts[id] = start;
    }
  }
  const all = Object.values(resumes);
  const resume = !sameHistory || all.includes('reset') ? 'reset' : all.includes('gap') ? 'gap' : 'ok';
  return { resume, resumes, ...(hello.latest === undefined ? {} : { starts }), cursors };
}
