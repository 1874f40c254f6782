import { createHandrail, type Handrail, pickLocale } from '@handrail/core';
import { render } from 'preact';
import type { PlaceName, WidgetOptions } from '../createWidget.js';
import { browserEnvironment } from '../host/browserEnvironment.js';
import type { ShadowHost } from '../host/shadowHost.js';
import type { Launcher } from '../launcher/launcher.js';
import { LOCALES, loadCatalogue } from '../text/catalogues.js';
import { createWords, type Words } from '../text/words.js';
import baseCss from '../theme/base.css?inline';
import helpCss from '../theme/help.css?inline';
import proseCss from '../theme/prose.css?inline';
import tokensCss from '../theme/tokens.css?inline';
import { createNavigation, type View } from './navigation.js';
import { type OpenState, writeOpenState } from './openState.js';
import { Panel as PanelView } from './Panel.js';
import type { ChatViews } from './views/chatViews.js';
import { watchTheme } from './watchTheme.js';

/** What mounting needs. */
export interface MountParts {
  readonly host: ShadowHost;
  readonly launcher: Launcher;
  readonly options: WidgetOptions;
  readonly locale: string;
}

/** The mounted panel. */
export interface Panel {
  readonly client: Handrail;
  isOpen(): boolean;
  open(place?: PlaceName): void;
  /** Open again on the next page, without taking the focus. */
  reopen(state: OpenState): void;
  close(): void;
  search(query: string): void;
  openArticle(id: string, section: string | null): void;
  ask(question: string): Promise<void>;
  requestHuman(): Promise<void>;
  setLocale(locale: string): Promise<void>;
  setTheme(theme: 'auto' | 'light' | 'dark'): void;
  destroy(): void;
}

const PLACES: Readonly<Record<PlaceName, View>> = {
  home: { name: 'home' },
  help: { name: 'results' },
  chat: { name: 'chat' },
  contact: { name: 'contact' },
};

/** Makes the client and draws the panel, closed. */
export async function mountPanel({ host, launcher, options, locale: wanted }: MountParts): Promise<Panel> {
  const { config } = options;
  const environment = browserEnvironment();
  const site = options.site ?? 'static';
  const locale = pickLocale([wanted, ...(environment.languages ?? [])], config.locales ?? ['en']);
  const contact = options.contact ?? config.mailto;
  const client = createHandrail({
    ...(options.server ? { server: options.server, site } : {}),
    ...(options.knowledge ? { knowledge: options.knowledge } : {}),
    locales: config.locales ?? ['en'],
    locale,
    ...(contact ? { contact } : {}),
    environment,
  });
  const navigation = createNavigation();
  let words = await readWords(locale);
  let open = false;
  let byHand = false;
  let dark = false;
  let destroyed = false;
  let chat: Promise<ChatViews> | null = null;

  for (const css of [tokensCss, baseCss, helpCss, proseCss]) host.style(css);
  const container = document.createElement('div');
  host.root.append(container);

  const loadChat = () => {
    chat ??= import('./views/chatViews.js').then(({ chatViews }) => {
      host.style(chatViews.css);
      return chatViews;
    });
    chat.catch(() => {
      chat = null;
    });
    return chat;
  };

  const draw = () => {
    if (destroyed) return;
    render(
      <PanelView
        client={client}
        words={words}
        navigation={navigation}
        config={config}
        dark={dark}
        canReachPeople={client.server !== null || contact !== undefined}
        open={open}
        byHand={byHand}
        close={close}
        loadChat={loadChat}
      />,
      container,
    );
  };
  const theme = watchTheme(host.element, config, isDark => {
    dark = isDark;
    draw();
  });

  function show(view: View | null, hand: boolean) {
    if (view) navigation.reset(view);
    if (!open) void client.refreshAvailability().catch(() => {});
    open = true;
    byHand = hand;
    launcher.setOpen(true);
    draw();
    remember();
  }

  function close() {
    if (!open) return;
    open = false;
    launcher.setOpen(false);
    draw();
    writeOpenState(site, null);
    if (byHand && !launcher.button.hidden) launcher.button.focus();
  }

  const remember = () => {
    const { name } = navigation.$view.get();
    if (open) writeOpenState(site, { view: name === 'chat' || name === 'contact' ? 'chat' : 'home' });
  };
  const stops = [
    navigation.$view.listen(view => {
      // Somebody who goes on is at it by hand.
      byHand = byHand || view.name !== 'home';
      remember();
      draw();
    }),
    client.$unread.subscribe(count => launcher.setUnread(open && navigation.$view.get().name === 'chat' ? 0 : count)),
    client.$conversations.listen(remember),
  ];
  draw();

  return {
    client,
    isOpen: () => open,
    open: place => {
      if (place === 'contact') client.openContact();
      show(place ? PLACES[place] : null, true);
    },
    reopen: state => show(state.view === 'chat' ? { name: 'chat' } : null, false),
    close,
    search(query) {
      void client.search(query).catch(() => {});
      show({ name: 'results' }, true);
    },
    openArticle: (id, section) => show({ name: 'article', id, section }, true),
    async ask(question) {
      show({ name: 'chat' }, true);
      await client.ask(question);
    },
    async requestHuman() {
      show({ name: 'chat' }, true);
      await client.requestHuman();
    },
    async setLocale(next) {
      words = await readWords(next);
      client.setLocale(next);
      launcher.setLocale(next);
      draw();
    },
    setTheme: theme.set,
    destroy() {
      destroyed = true;
      for (const stop of stops) stop();
      theme.stop();
      client.destroy();
      render(null, container);
      container.remove();
    },
  };
}

/** Texts in the nearest language there is; dates and numbers in the one asked for. */
async function readWords(locale: string): Promise<Words> {
  return createWords(await loadCatalogue(pickLocale([locale], LOCALES)), locale, () => Date.now());
}
