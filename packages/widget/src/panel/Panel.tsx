import type { Handrail } from '@handrail/core';
import type { WidgetConfig } from '@handrail/protocol';
import type { ReadableAtom } from 'nanostores';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Words } from '../text/words.js';
import { focusFirst } from './focus.js';
import type { LazyViews } from './lazyViews.js';
import type { Navigation, View } from './navigation.js';
import { PanelContext } from './panelContext.js';
import { Header } from './parts/Header.js';
import { useLazy } from './useLazy.js';
import { useStore } from './useStore.js';
import { Home } from './views/Home.js';
import { Results } from './views/Results.js';

/** What changes around the panel. */
export interface Frame {
  readonly words: Words;
  readonly config: WidgetConfig;
  readonly dark: boolean;
  readonly open: boolean;
  /** Opened by hand: the focus moves in. */
  readonly byHand: boolean;
}

/** What the panel is drawn with. */
export interface PanelProps {
  readonly client: Handrail;
  readonly navigation: Navigation;
  readonly canReachPeople: boolean;
  readonly $frame: ReadableAtom<Frame>;
  readonly close: () => void;
  readonly lazy: LazyViews;
  /** Drawn in an element of the page: always there, and never in front of it. */
  readonly inline: boolean;
  /** Direction of the page: the launcher's, whatever the panel's language is. */
  readonly pageDir: string;
}

/** The dialog: one view at a time. Full screen, and modal, on phones. */
export function Panel(props: PanelProps) {
  const { client, navigation, inline } = props;
  const close = inline ? null : props.close;
  const { words, config, dark, open, byHand } = useStore(props.$frame);
  const view = useStore(navigation.$view);
  const [wide, setWide] = useState(false);
  const [said, announce] = useState('');
  const panel = useRef<HTMLElement>(null);
  const heard = useRef(new Set<string>()).current;
  const phone = useMedia('(max-width: 479.98px)') && !inline;

  const context = useMemo(
    () => ({
      client,
      words,
      navigation,
      config,
      canReachPeople: props.canReachPeople,
      close,
      wide,
      setWide,
      announce,
      heard,
      lazy: props.lazy,
    }),
    [client, words, navigation, config, props.canReachPeople, close, wide, heard, props.lazy],
  );

  useEffect(() => {
    if (open && byHand && panel.current) focusFirst(panel.current);
  }, [open, view]);

  useEffect(() => {
    if (!open) return;
    let stop: (() => void) | null = () => {};
    props.lazy.article().then(
      ({ keepFocus }) => {
        if (stop && panel.current) stop = keepFocus(panel.current, phone);
      },
      () => {},
    );
    return () => {
      stop?.();
      stop = null;
    };
  }, [open, phone]);

  const keyDown = (event: KeyboardEvent) => {
    if (close && event.key === 'Escape' && !event.isComposing && event.keyCode !== 229) {
      event.stopPropagation();
      close();
    }
  };
  // The panel stands over its launcher, which keeps to the page's direction.
  const mirrored = words.dir !== props.pageDir;
  const side = (config.launcher?.side === 'start') !== mirrored ? ' start' : '';
  return (
    <PanelContext.Provider value={context}>
      <div class={dark ? 'handrail dark' : 'handrail'} dir={words.dir} lang={words.locale}>
        <section
          ref={panel}
          class={`panel${wide ? ' wide' : ''}${side}`}
          part="panel"
          aria-label={config.name}
          {...(inline ? { role: 'region' } : { role: 'dialog', 'aria-modal': phone ? 'true' : undefined })}
          tabIndex={-1}
          hidden={!open}
          onKeyDown={keyDown}
        >
          {open ? <Place view={view} lazy={props.lazy} /> : null}
        </section>
        <p class="sr" role="status" aria-live="polite">
          {said}
        </p>
      </div>
    </PanelContext.Provider>
  );
}

function Place({ view, lazy }: { view: View; lazy: LazyViews }) {
  const article = useLazy(view.name === 'article' || view.name === 'home', lazy.article);
  const chat = useLazy(view.name === 'chat', lazy.chat);
  const forms = useLazy(view.name === 'contact', lazy.forms);
  switch (view.name) {
    case 'home':
      return <Home Lists={article?.HomeLists} />;
    case 'results':
      return <Results />;
    case 'article':
      return article ? <article.ArticleView key={view.id} id={view.id} section={view.section} /> : <Loading />;
    case 'chat':
      return chat ? <chat.Chat /> : <Loading />;
    case 'contact':
      return forms ? <forms.ContactForm /> : <Loading />;
  }
}

/** A view's file on its way: nothing is drawn for the moment it usually takes; the way out is there. */
function Loading() {
  return (
    <>
      <Header plain>
        <div class="who" />
      </Header>
      <div class="body" />
    </>
  );
}

function useMedia(query: string): boolean {
  const [matches, set] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const change = () => set(list.matches);
    list.addEventListener('change', change);
    return () => list.removeEventListener('change', change);
  }, [query]);
  return matches;
}
