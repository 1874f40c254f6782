import type { ComponentChildren } from 'preact';
import { Icon } from '../panel/parts/Icon.js';

/** A part that its summary opens and closes; the browser's own element brings keyboard and names. */
export function Fold({
  summary,
  children,
}: {
  readonly summary: ComponentChildren;
  readonly children: ComponentChildren;
}) {
  return (
    <details class="fold">
      <summary>
        <span dir="auto">{summary}</span>
        <Icon name="chevronDown" />
      </summary>
      <div>{children}</div>
    </details>
  );
}
