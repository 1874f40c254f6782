import { createHandrail, type Handrail, HandrailError, pickLocale } from '@handrail/core';
import { atom } from 'nanostores';
import { render } from 'preact';
import { browserEnvironment } from '../host/browserEnvironment.js';
import type { ShadowHost } from '../host/shadowHost.js';
import type { Launcher } from '../launcher/launcher.js';
import type { WidgetTexts } from '../more/update.js';
import { LOCALES, loadCatalogue } from '../text/catalogues.js';
import { createWords, type Words } from '../text/words.js';
import controlsCss from '../theme/controls.css?inline';
import frameCss from '../theme/frame.css?inline';
import homeCss from '../theme/home.css?inline';
import tokensCss from '../theme/tokens.css?inline';
import type { WidgetState } from '../widget.js';
import type { PlaceName, WidgetOptions } from '../widgetOptions.js';
import { createLazyViews } from './lazyViews.js';
import { createNavigation, type View } from './navigation.js';
import { readOpenView, writeOpenView } from './openState.js';
import { type Frame, Panel as PanelView } from './Panel.js';
import { watchTheme } from './watchTheme.js';

/** What mounting needs. */
export interface MountParts {
  readonly host: ShadowHost;
  readonly launcher: Launcher;
  readonly options: WidgetOptions;
  readonly locale: string;
}

/** The mounted panel. */
export interface Panel extends Pick<Handrail, 'rate' | 'sendMessage' | 'submitSurvey'> {
  readonly client: Handrail;
  getState(): WidgetState;
  newConversation(options?: { text?: string }): Promise<void>;
  open(place?: PlaceName): void;
  navigate(place: PlaceName): void;
  toggle(): void;
  /** Open again on the next page, without taking the focus. */
  reopen(): void;
  close(): void;
  search(query: string): void;
  openArticle(id: string, options?: { section?: string }): void;
  openConversation(id: string): Promise<void>;
  ask(question: string): Promise<void>;
  requestHuman(options?: { readonly team?: string }): Promise<void>;
  setLocale(locale: string): Promise<void>;
  setTheme(theme: 'auto' | 'light' | 'dark'): void;
  /** Follows changed options. */
  update(options: WidgetOptions): Promise<void>;
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
  let { config, texts } = options;
  const environment = browserEnvironment();
  const site = options.site ?? 'static';
  const locale = pickLocale([wanted, ...(environment.languages ?? [])], config.locales ?? ['en']);
  const contact = options.contact ?? config.mailto;
  const client = createHandrail({
    ...(options.server ? { server: options.server, site } : {}),
    ...(options.knowledge ? { knowledge: options.knowledge } : {}),
    ...(options.flow ? { flow: options.flow } : {}),
    ...(config.popular ? { popular: config.popular } : {}),
    locales: config.locales ?? ['en'],
    locale,
    ...(contact ? { contact } : {}),
    consent: { ...(navigator.globalPrivacyControl ? { analytics: false } : {}), ...options.consent },
    environment,
  });
  await styleLanguages(host, [locale, ...(config.locales ?? [])]);
  const navigation = createNavigation();
  const $frame = atom<Frame>({
    words: await readWords(locale, texts),
    config,
    dark: false,
    open: false,
    byHand: false,
  });

  for (const css of [tokensCss, frameCss, controlsCss, homeCss]) host.style(css);
  const label = () => {
    const { words } = $frame.get();
    launcher.setLocale(words.locale, { close: words('closeHelp'), unread: count => words.many('unread', count) });
  };
  label();
  const lazy = createLazyViews(host.style);

  const container = document.createElement('div');
  host.root.append(container);
  // Drawn once; what changes from outside comes in by the store, so that no drawing ever happens inside another.
  render(
    <PanelView
      client={client}
      navigation={navigation}
      canReachPeople={client.server !== null || contact !== undefined}
      $frame={$frame}
      close={close}
      lazy={lazy}
      inline={!!options.target}
      pageDir={host.element.dir}
    />,
    container,
  );
  const change = (next: Partial<Frame>) => $frame.set({ ...$frame.get(), ...next });
  const theme = watchTheme(host.element, config, dark => change({ dark }));

  function show(view: View | null, hand: boolean) {
    if (view) navigation.reset(view);
    if (!$frame.get().open) void client.refreshAvailability().catch(() => {});
    // Whoever opened the panel is about to read.
    void lazy.article().catch(() => {});
    void client.popular(1).catch(() => {});
    launcher.setOpen(true);
    const isNew = !$frame.get().open;
    change({ open: true, byHand: hand });
    if (isNew) client.tellScreen('open', navigation.$view.get().name);
    remember();
  }

  function close() {
    if (options.target || !$frame.get().open) return;
    launcher.setOpen(false);
    change({ open: false });
    client.tellScreen('close', navigation.$view.get().name);
    writeOpenView(site, null);
    if ($frame.get().byHand && !launcher.button.hidden) launcher.button.focus();
  }

  function open(place?: PlaceName) {
    if (place !== undefined && !Object.hasOwn(PLACES, place))
      throw new HandrailError('bad_request', `open: expected one of ${Object.keys(PLACES)}, got ${place}.`);
    if (place === 'contact') void client.openContact().catch(() => {});
    show(place ? PLACES[place] : null, true);
  }

  /** Shows the chat, and does it there. */
  const inChat =
    <G extends unknown[]>(act: (...given: G) => Promise<void>) =>
    (...given: G) => {
      show({ name: 'chat' }, true);
      return act(...given);
    };

  async function setLocale(next: string) {
    await styleLanguages(host, [next]);
    change({ words: await readWords(next, texts) });
    client.setLocale(next);
    label();
  }

  function reopen() {
    const view = readOpenView(site);
    if (view || options.target) show(view === 'chat' ? { name: 'chat' } : null, false);
  }

  const remember = () => {
    const { name } = navigation.$view.get();
    if ($frame.get().open) writeOpenView(site, name === 'chat' || name === 'contact' ? 'chat' : 'home');
  };
  /** Fetched once a person wrote. */
  let news: Promise<void> | null = null;
  const stops = [
    navigation.$view.listen(view => {
      // Somebody who goes on is at it by hand.
      if (view.name !== 'home' && !$frame.get().byHand) change({ byHand: true });
      remember();
      if ($frame.get().open) client.tellScreen('viewchange', view.name);
    }),
    client.$unread.subscribe(count => {
      launcher.setUnread($frame.get().open && navigation.$view.get().name === 'chat' ? 0 : count);
      if (!count || news) return;
      news = import('./news/watchNews.js').then(
        ({ watchNews }) => {
          const stop = watchNews({ client, config: () => config });
          if (container.isConnected) stops.push(stop);
          else stop();
        },
        () => {
          news = null;
        },
      );
    }),
    client.$conversations.listen(remember),
  ];

  if (options.target) reopen();

  return {
    client,
    getState: () => ({
      ...client.getState(),
      open: $frame.get().open,
      view: navigation.$view.get().name,
    }),
    open,
    navigate: open,
    toggle() {
      if ($frame.get().open) close();
      else show(null, true);
    },
    reopen,
    close,
    search(query) {
      void client.search(query).catch(() => {});
      show({ name: 'results' }, true);
    },
    openArticle: (id, { section = null } = {}) => show({ name: 'article', id, section }, true),
    async openConversation(id) {
      await client.openConversation(id);
      show({ name: 'chat' }, true);
    },
    async newConversation({ text = '' } = {}) {
      await client.newConversation();
      if (text) client.setDraft(text);
      show({ name: 'chat' }, true);
    },
    sendMessage: inChat(client.sendMessage),
    ask: inChat(client.ask),
    requestHuman: inChat(client.requestHuman),
    rate: client.rate,
    submitSurvey: client.submitSurvey,
    setLocale,
    setTheme: theme.set,
    async update(next) {
      ({ config, texts } = next);
      await setLocale(next.locale ?? client.$locale.get());
      change({ config });
      theme.set(config.theme ?? 'auto', config.accent);
    },
    destroy() {
      for (const stop of stops) stop();
      theme.stop();
      client.destroy();
      render(null, container);
      container.remove();
    },
  };
}

/** English needs none of it; without its file the others are readable, too. */
async function styleLanguages(host: ShadowHost, locales: readonly string[]): Promise<void> {
  if (locales.some(tag => !tag.startsWith('en')))
    await import('./languageSheet.js').then(
      sheet => host.style(sheet.languagesCss),
      () => {},
    );
}

/** Texts in the nearest language there is, and the site's own; dates and numbers as the visitor's region writes them. */
async function readWords(locale: string, own: WidgetTexts = {}): Promise<Words> {
  const [language] = locale.split('-');
  const regional = navigator.languages.find(tag => tag.split('-')[0] === language) ?? locale;
  const catalogue = await loadCatalogue(pickLocale([locale], LOCALES));
  return createWords({ ...catalogue, ...own }, locale, regional, () => Date.now());
}
