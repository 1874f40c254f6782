import type { Conversation, Marks } from '@handrail/protocol';

/** Counters after one more report: monotonic, never past the log's end; what was read was delivered too. */
export function moveMarks(record: Conversation, side: 'visitor' | 'agent', to: Marks): Conversation | null {
  const now = record.marks[side];
  const read = Math.max(now.read, Math.min(to.read, record.lastSeq));
  const delivered = Math.max(now.delivered, read, Math.min(to.delivered, record.lastSeq));
  if (read === now.read && delivered === now.delivered) return null;
  return { ...record, marks: { ...record.marks, [side]: { delivered, read } } };
}
