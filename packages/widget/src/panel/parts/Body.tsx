import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { usePanel } from '../panelContext.js';

/** The scrolling part of a view; comes back to where it was. */
export function Body({
  children,
  class: name,
  keep = true,
  focusable = false,
}: {
  children: ComponentChildren;
  class?: string;
  keep?: boolean;
  /** Holds nothing that takes the focus, and has to be scrolled by keys all the same. */
  focusable?: boolean;
}) {
  const { navigation } = usePanel();
  const body = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (keep && body.current) body.current.scrollTop = navigation.scrollTop();
  }, [navigation, keep]);
  return (
    <div
      ref={body}
      tabIndex={focusable ? 0 : undefined}
      class={name ? `body ${name}` : 'body'}
      onScroll={event => keep && navigation.scrolled(event.currentTarget.scrollTop)}
    >
      {children}
    </div>
  );
}
