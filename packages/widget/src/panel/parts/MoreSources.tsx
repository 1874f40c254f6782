import type { Answer } from '@handrail/core';
import type { Source } from '@handrail/protocol';
import type { VNode } from 'preact';
import { usePanel } from '../panelContext.js';

/** Of an answer that was written: the further sections it rests on, and that nobody of the site wrote it. */
export function MoreSources({ answer, draw }: { answer: Answer; draw: (source: Source) => VNode }) {
  const { words } = usePanel();
  if (!answer.by) return null;
  return (
    <>
      {answer.others?.map(draw)}
      <p class="meta">{words('written')}</p>
    </>
  );
}
