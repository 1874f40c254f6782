'use client';
import { type KeptWidget, keepWidget, type LiveWidgetOptions, type Widget } from '@handrail/widget';
import { forwardRef, useImperativeHandle, useRef } from 'react';
import { useBrowserEffect } from './useParts.js';

/** The options of `keepWidget`, as props. */
export type HandrailWidgetProps = LiveWidgetOptions;

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
