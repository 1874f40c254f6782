import type { Conversation, Send } from '@handrail/protocol';

/** The conversations with a tag; all of them without one. */
export function tagged(records: readonly Conversation[], tag: string | null): readonly Conversation[] {
  return tag === null ? records : records.filter(record => record.tags?.includes(tag));
}

/** Tags of these conversations, the most used first, then by the alphabet. */
export function tagsInUse(records: readonly Conversation[]): readonly string[] {
  const uses = new Map<string, number>();
  for (const tag of records.flatMap(record => record.tags ?? [])) uses.set(tag, (uses.get(tag) ?? 0) + 1);
  return [...uses].sort(([a, m], [b, n]) => n - m || a.localeCompare(b)).map(([tag]) => tag);
}

/** Tags as they will be once everything that is on its way has come. */
export function tagsToBe(
  record: Conversation,
  unsent: readonly { readonly frame: Send; readonly refused?: unknown }[],
): readonly string[] {
  const tags = new Set(record.tags);
  for (const { frame, refused } of unsent) {
    if (refused || frame.kind !== 'context' || frame.conversation !== record.id) continue;
    for (const tag of frame.body.addTags ?? []) tags.add(tag);
    for (const tag of frame.body.removeTags ?? []) tags.delete(tag);
  }
  return [...tags];
}

/** Most tags that are offered at once. */
const OFFERED = 8;

/** Tags to offer for what is typed: those that begin with it first, then those that hold it; none the conversation has. */
export function completions(typed: string, inUse: readonly string[], has: readonly string[]): readonly string[] {
  const wanted = typed.trim().toLowerCase();
  const free = inUse.filter(tag => !has.includes(tag));
  const begins = free.filter(tag => tag.toLowerCase().startsWith(wanted));
  const holds = free.filter(tag => !begins.includes(tag) && tag.toLowerCase().includes(wanted));
  return [...begins, ...holds].slice(0, OFFERED);
}
