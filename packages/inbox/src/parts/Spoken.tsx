import type { Tree } from '@handrail/content';
import { TreeView } from './TreeView.js';

/** A text as it was written, or its tree when the server made one. */
export function Spoken({ text, tree }: { text: string; tree?: Tree | undefined }) {
  return (
    <div class="spoken" dir="auto">
      {tree && tree.length > 0 ? <TreeView tree={tree} /> : <p class="plain">{text}</p>}
    </div>
  );
}
