'use client';
import { createScrollKeeper } from '@handrail/core/parts';
import { useStore } from '@nanostores/react';
import { type RefObject, type UIEvent, useRef, useState } from 'react';
import { useHandrail } from './useHandrail.js';
import { useBrowserEffect } from './useParts.js';
import { useMessages, useStoreValue, useTyping } from './useStoreValue.js';

/** What `useScrollKeeper` gives. */
export interface ScrollParts<E extends HTMLElement> {
  /** Props of the element that scrolls. */
  readonly box: { readonly ref: RefObject<E | null>; readonly onScroll: (event: UIEvent<E>) => void };
  /** Lines that came below what is on the screen; a button to them shows while it is not 0. */
  readonly unseen: number;
  readonly toEnd: () => void;
}

/**
 * Keeps a log at its end while one is there, in place while one reads further up, and reads earlier pages when they are wanted.
 * @throws HandrailError `bad_request` outside a provider
 */
export function useScrollKeeper<E extends HTMLElement = HTMLDivElement>(): ScrollParts<E> {
  const client = useHandrail();
  const ref = useRef<E | null>(null);
  const [keeper] = useState(createScrollKeeper);
  const hasOlder = useStoreValue('$hasOlder');
  const [items, typing] = [useMessages(), useTyping()];
  const moveTo = (top: number | null) => {
    if (ref.current && top !== null) ref.current.scrollTop = top;
  };
  useBrowserEffect(() => moveTo(keeper.changed(items, ref.current?.scrollHeight ?? 0)), [items, typing]);
  const onScroll = (event: UIEvent<E>) => {
    if (keeper.scrolled(event.currentTarget) && hasOlder) void client?.loadOlder().catch(() => {});
  };
  const toEnd = () => {
    keeper.toEnd();
    moveTo(ref.current?.scrollHeight ?? null);
  };
  return { box: { ref, onScroll }, unseen: useStore(keeper.$unseen), toEnd };
}
