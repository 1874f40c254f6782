import { PANEL_COMMANDS, SAID_COMMANDS, STANDING_COMMANDS } from './commands.js';
import { createShadowHost } from './host/shadowHost.js';
import { importMore, importPanel } from './importFiles.js';
import launcherCss from './launcher/launcher.css?inline';
import { createLauncher } from './launcher/launcher.js';
import type { Panel } from './panel/mount.js';
import { isKnownHere, wasUsedBefore } from './panel/openState.js';
import type { Widget, WidgetState } from './widget.js';
import { widgetError } from './widgetError.js';
import type { WidgetOptions } from './widgetOptions.js';
import type { WidgetEvent, WidgetParts } from './widgetParts.js';

type Run = (...given: unknown[]) => unknown;

/** Puts the launcher into the page. Stores, sends and connects nothing before the customer acts. */
export function createWidget(options: WidgetOptions): Widget {
  const host = createShadowHost(document);
  const pageLocale = () => parts.options.locale ?? (document.documentElement.lang || navigator.language);
  let loading: Promise<Panel> | null = null;
  let panel: Panel | null = null;
  let destroyed = false;
  let consent = { storage: true, analytics: true, ai: true, ...options.consent };
  /** Names the customer to the client, once there is one. */
  let person: ((client: Panel['client'] | null) => void) | null = null;
  /** What the client is told as soon as there is one, until it is taken back. */
  const standing = new Set<{ method: string; given: unknown[]; stop: unknown }>();
  let arrive: (panel: Panel) => void;
  const arrived = new Promise<Panel>(resolve => {
    arrive = resolve;
  });

  host.style(launcherCss);
  host.element.dir = getComputedStyle(document.documentElement).direction;
  const launcher = createLauncher(
    document,
    () => void widget.toggle().catch(() => {}),
    () => void load().catch(() => {}),
  );
  const parts: WidgetParts = {
    host,
    launcher,
    options,
    dress,
    load,
    tell,
    panel: () => panel,
    widget: () => widget,
    tracked: new Set(),
    ends: [],
  };
  dress();
  const { messages, launcher: button } = options.config;
  launcher.button.hidden = !!(button?.hidden || button?.element || options.target);
  host.root.append(launcher.button);
  host.attach();

  function dress() {
    const { accent, launcher: { side, offset, zIndex } = {}, locales = ['en'] } = parts.options.config;
    const set = (name: string, value: string | number | undefined) =>
      host.element.style.setProperty(name, `${value ?? ''}`);
    set('--hr-accent', accent);
    set('--hr-x', offset && `${offset.x}px`);
    set('--hr-y', offset && `${offset.y}px`);
    set('--handrail-z', zIndex);
    launcher.button.classList.toggle('start', side === 'start');
    // The launcher speaks before the panel's code is there to choose; a language the site does not offer would only mislead.
    const spoken = pageLocale();
    launcher.setLocale(locales.some(tag => tag.slice(0, 2) === spoken.slice(0, 2)) ? spoken : (locales[0] ?? 'en'));
  }

  const alive = () => {
    if (destroyed) throw widgetError('destroyed');
  };

  async function load(): Promise<Panel> {
    alive();
    loading ??= importPanel(options.assets)
      .then(({ mountPanel }) => mountPanel({ ...parts, locale: pageLocale() }))
      .then(mounted => {
        panel = mounted;
        person?.(mounted.client);
        for (const entry of standing) entry.stop = begin(entry);
        arrive(mounted);
        return mounted;
      })
      .catch((error: unknown) => {
        // A lost chunk must not break the button for ever: the next press tries again.
        loading = null;
        throw error;
      });
    return loading;
  }

  const begin = ({ method, given }: { method: string; given: unknown[] }) =>
    panel && (panel.client[method as 'on'] as Run)(...given);
  const end = (entry: { stop: unknown }) => {
    (entry.stop as (() => void) | null)?.();
    standing.delete(entry as never);
  };

  function stand(method: string, given: unknown[]): () => void {
    alive();
    if (method.startsWith('on') && typeof given[1] !== 'function')
      throw widgetError('bad_request', `${method}: expected a function.`);
    const entry = { method, given, stop: null as unknown };
    entry.stop = begin(entry);
    standing.add(entry);
    return () => end(entry);
  }

  /** What the widget itself tells: there may be no client yet. */
  function tell(type: WidgetEvent, data: object) {
    const at = Date.now();
    const event = { id: site + at, at, type, instanceId: site, data };
    for (const entry of standing) {
      if (!entry.method.startsWith('on') || entry.given[0] !== type) continue;
      if (entry.method === 'once') end(entry);
      (entry.given[1] as Run)(event);
    }
  }

  const known = () => loading || isKnownHere(site);
  const site = options.site ?? 'static';
  const later = (list: readonly string[], run: (name: string, given: unknown[]) => unknown) =>
    Object.fromEntries(list.map(name => [name, (...given: unknown[]) => run(name, given)]));

  const widget = {
    ...later(PANEL_COMMANDS, async (name, given) => (((await load()) as never)[name] as Run)(...given)),
    ...later(SAID_COMMANDS, async (name, given) => {
      alive();
      if (name === 'track') parts.tracked.add(given[0] as string);
      if (name === 'setConsent') {
        consent = { ...consent, ...(given[0] as object) };
        // What is kept must go at once.
        if (known()) void load().catch(() => {});
      }
      return ((await arrived).client[name as 'track'] as Run)(...given);
    }),
    ...later(STANDING_COMMANDS, stand),
    ...later(['update', 'showMessage'], async (name, given) => {
      alive();
      return ((await importMore(options.assets))[name as 'update'] as Run)(parts, ...given);
    }),
    // Where nothing is kept of anybody, there is nothing to end.
    ...later(['endConversation', 'logout'], async name => {
      alive();
      if (name === 'logout') person?.(null);
      if (known()) await (await load()).client[name as 'logout']();
    }),
    ready: async () => alive(),
    close: () => panel?.close(),
    show() {
      launcher.button.hidden = false;
      tell('show', {});
    },
    hide() {
      panel?.close();
      launcher.button.hidden = true;
      tell('hide', {});
    },
    isOpen: () => widget.getState().open,
    getUnreadCount: () => widget.getState().unread,
    getState: () => panel?.getState() ?? idleState(pageLocale(), consent),
    off(type: string, listener: unknown) {
      for (const entry of standing) if (entry.given[0] === type && entry.given[1] === listener) end(entry);
    },
    identify(...given: Parameters<Widget['identify']>) {
      // A page may name its customer on every visit; that alone fetches nothing.
      const named = new Promise<void>((resolve, reject) => {
        alive();
        person?.(null);
        person = client => {
          person = null;
          if (client) client.identify(...given).then(resolve, reject);
          else reject(widgetError('destroyed', 'another was named.'));
        };
      });
      if (known())
        load().then(
          mounted => person?.(mounted.client),
          () => {},
        );
      return named;
    },
    destroy() {
      destroyed = true;
      standing.clear();
      for (const stop of parts.ends) stop();
      void loading?.then(
        mounted => mounted.destroy(),
        () => {},
      );
      host.remove();
    },
  } as unknown as Widget;

  // Somebody who has a conversation here sees its unread count on every page.
  if (wasUsedBefore(site))
    load().then(
      mounted => mounted.reopen(),
      () => {},
    );
  const more = (method: 'begin' | 'openLink') =>
    importMore(options.assets).then(
      file => destroyed || file[method](parts),
      () => {},
    );
  if (messages?.[0] || button?.element || button?.phone || options.target) more('begin');
  const follow = () => /^#handrail=/.test(location.hash) && more('openLink');
  addEventListener('hashchange', follow);
  parts.ends.push(() => removeEventListener('hashchange', follow));
  follow();
  void Promise.resolve().then(() => tell('ready', {}));
  return widget;
}

const idleState = (locale: string, consent: WidgetState['consent']): WidgetState => ({
  open: false,
  view: 'home',
  connection: { state: 'idle' },
  availability: null,
  current: null,
  owner: 'bot',
  unread: 0,
  locale,
  identity: null,
  consent,
});
