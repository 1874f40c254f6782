import type { Handrail } from '@handrail/core';
import type { WidgetConfig } from '@handrail/protocol';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Words } from '../text/words.js';
import { focusFirst, trapTab } from './focus.js';
import type { Navigation, View } from './navigation.js';
import { PanelContext } from './panelContext.js';
import { useStore } from './useStore.js';
import { ArticleView } from './views/ArticleView.js';
import type { ChatViews } from './views/chatViews.js';
import { Home } from './views/Home.js';
import { Results } from './views/Results.js';

/** What the panel is drawn with. */
export interface PanelProps {
  readonly client: Handrail;
  readonly words: Words;
  readonly navigation: Navigation;
  readonly config: WidgetConfig;
  readonly dark: boolean;
  readonly canReachPeople: boolean;
  readonly open: boolean;
  /** Opened by hand: the focus moves in. */
  readonly byHand: boolean;
  readonly close: () => void;
  readonly loadChat: () => Promise<ChatViews>;
}

/** The dialog: one view at a time. Full screen, and modal, on phones. */
export function Panel(props: PanelProps) {
  const { client, words, navigation, config, open, close } = props;
  const view = useStore(navigation.$view);
  const [wide, setWide] = useState(false);
  const [said, announce] = useState('');
  const panel = useRef<HTMLElement>(null);
  const phone = useMedia('(max-width: 479.98px)');

  const context = useMemo(
    () => ({ client, words, navigation, config, canReachPeople: props.canReachPeople, close, wide, setWide, announce }),
    [client, words, navigation, config, props.canReachPeople, close, wide],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the place, and only when somebody opened it
  useEffect(() => {
    if (open && props.byHand && panel.current) focusFirst(panel.current);
  }, [open, view]);

  const keyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.isComposing && event.keyCode !== 229) {
      event.stopPropagation();
      close();
    } else if (event.key === 'Tab' && phone && panel.current) trapTab(panel.current, event);
  };
  const side = config.launcher?.side === 'start' ? ' start' : '';
  return (
    <PanelContext.Provider value={context}>
      <div class={props.dark ? 'handrail dark' : 'handrail'} dir={words.dir} lang={words.locale}>
        <section
          ref={panel}
          class={`panel${wide ? ' wide' : ''}${side}`}
          part="panel"
          role="dialog"
          aria-label={config.name}
          aria-modal={phone ? 'true' : undefined}
          tabIndex={-1}
          hidden={!open}
          onKeyDown={keyDown}
        >
          {open ? <Place view={view} loadChat={props.loadChat} /> : null}
        </section>
        <p class="sr" role="status" aria-live="polite">
          {said}
        </p>
      </div>
    </PanelContext.Provider>
  );
}

function Place({ view, loadChat }: { view: View; loadChat: () => Promise<ChatViews> }) {
  switch (view.name) {
    case 'home':
      return <Home />;
    case 'results':
      return <Results />;
    case 'article':
      return <ArticleView key={view.id} id={view.id} section={view.section} />;
    default:
      return <ChatPlace name={view.name} load={loadChat} />;
  }
}

/** Chat and form are a file of their own, fetched when they are first needed. */
function ChatPlace({ name, load }: { name: 'chat' | 'contact'; load: () => Promise<ChatViews> }) {
  const [views, setViews] = useState<ChatViews | null>(null);
  useEffect(() => {
    let gone = false;
    load().then(
      loaded => {
        if (!gone) setViews(loaded);
      },
      () => {},
    );
    return () => {
      gone = true;
    };
  }, [load]);
  if (!views) return <div class="body" />;
  return name === 'chat' ? <views.Chat /> : <views.ContactForm />;
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
