'use client';
import { type KeptWidget, keepWidget, type LiveWidgetOptions, type Widget } from '@handrail/widget';
import { forwardRef, useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react';

/** The options of `keepWidget`, as props. */
export type HandrailWidgetProps = LiveWidgetOptions;

/** React 18 warns of layout effects on a server. */
const useBrowserEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/**
 * Launcher and panel, in the page while this is mounted; draws nothing itself and needs no provider. What `Widget.update`
 * knows changes it where it stands, other props begin another. Its ref is the `Widget`, set before effects of parents run.
 */
export const HandrailWidget = forwardRef<Widget, HandrailWidgetProps>(function HandrailWidget(props, ref) {
  const kept = useRef<KeptWidget | null>(null);
  useBrowserEffect(() => {
    const mine = keepWidget(props);
    kept.current = mine;
    return () => mine.destroy();
  }, []);
  useBrowserEffect(() => kept.current?.update(props));
  useImperativeHandle(ref, () => kept.current?.widget as Widget);
  return null;
});
