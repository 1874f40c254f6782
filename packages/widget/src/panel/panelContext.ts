import type { Handrail } from '@handrail/core';
import type { WidgetConfig } from '@handrail/protocol';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Words } from '../text/words.js';
import type { LazyViews } from './lazyViews.js';
import type { Navigation } from './navigation.js';

/** What every view of the panel can reach. */
export interface PanelContextValue {
  readonly client: Handrail;
  readonly words: Words;
  readonly navigation: Navigation;
  readonly config: WidgetConfig;
  /** Static mode without a place for messages: no person can be reached. */
  readonly canReachPeople: boolean;
  /** `null` where the panel stands in the page. */
  readonly close: (() => void) | null;
  readonly wide: boolean;
  readonly setWide: (wide: boolean) => void;
  /** Tells screen readers. */
  readonly announce: (text: string) => void;
  /** Ids of everything a conversation has shown in this page; what is in it is never announced again. */
  readonly heard: Set<string>;
  /** Views that are files of their own. */
  readonly lazy: LazyViews;
}

/** Provided by `Panel`. */
export const PanelContext = createContext<PanelContextValue | null>(null);

/** The panel's context; only inside `Panel`. */
export function usePanel(): PanelContextValue {
  const value = useContext(PanelContext);
  if (!value) throw new Error('usePanel: expected to be inside <Panel>.');
  return value;
}
