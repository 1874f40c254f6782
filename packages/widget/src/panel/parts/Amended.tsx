import type { MessageItem } from '@handrail/core';
import { usePanel } from '../panelContext.js';

/** What became of a person's message after it was written; nothing where nothing did. */
export function Amended({ item }: { item: MessageItem }) {
  const { words } = usePanel();
  if (item.deleted) return <div class="bubble gone">{words('messageDeleted')}</div>;
  return item.edited ? <p class="meta">{words('messageEdited')}</p> : null;
}
