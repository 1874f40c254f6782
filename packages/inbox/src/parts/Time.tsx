import { useText } from '../text/TextContext.js';

/** A clock time with the full date for hovering and for machines. */
export function Time({ at, children }: { at: number; children?: string }) {
  const text = useText();
  return (
    <time dateTime={new Date(at).toISOString()} title={text.full(at)}>
      {children ?? text.time(at)}
    </time>
  );
}
