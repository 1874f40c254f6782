import { createAnnouncer } from '@handrail/core/parts';
import { useEffect, useMemo } from 'preact/hooks';
import { usePanel } from '../panelContext.js';
import { useStore } from '../useStore.js';
import type { noticeWords } from './noticeWords.js';
import type { stateText } from './PersonMessage.js';

/** Reads the conversation out to screen readers; draws nothing. Its words are those of the log, which is of another file. */
export function Announcements({ notice, state }: { notice: typeof noticeWords; state: typeof stateText }) {
  const { client, words, announce, heard } = usePanel();
  const [items, thinking, typing] = [useStore(client.$messages), useStore(client.$thinking), useStore(client.$typing)];
  const announcer = useMemo(
    () =>
      createAnnouncer({
        words: () => ({
          assistant: words('assistant'),
          notice: item => notice(item, words),
          files: count => words.many('fileCount', count),
          refused: item => state(words, item),
          typing: name => (name ? words('typing', { name }) : words('typingUnknown')),
        }),
        say: announce,
        since: performance.timeOrigin,
        heard,
      }),
    [words, announce, heard, notice, state],
  );
  useEffect(() => {
    const read = client.$conversation.get()?.marks.visitor.read ?? 0;
    announcer.update({ items, thinking, typing, read });
  }, [items, thinking, typing, announcer]);
  return null;
}
