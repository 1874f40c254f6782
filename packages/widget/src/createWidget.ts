import type { Attributes, Handrail, IdentifyOptions, Person, Prefill, Tool } from '@handrail/core';
import { createShadowHost } from './host/shadowHost.js';
import launcherCss from './launcher/launcher.css?inline';
import { createLauncher } from './launcher/launcher.js';
import type { Panel } from './panel/mount.js';
import { isKnownHere, readOpenState, wasUsedBefore } from './panel/openState.js';
import type { PlaceName, WidgetOptions } from './widgetOptions.js';

/** One widget in a page. Every command works at once; the panel's code is fetched when it is first needed. */
export interface Widget {
  open(place?: PlaceName): Promise<void>;
  close(): void;
  toggle(): Promise<void>;
  /** Shows the launcher again. */
  show(): void;
  /** Takes the whole widget off the screen; conversations go on. */
  hide(): void;
  navigate(place: PlaceName): Promise<void>;
  search(query: string): Promise<void>;
  openArticle(id: string, options?: { section?: string }): Promise<void>;
  ask(question: string): Promise<void>;
  /** Begins a conversation; `text` stands in the composer and is not sent. */
  newConversation(options?: { text?: string }): Promise<void>;
  isOpen(): boolean;
  /** Messages of people that were not read; 0 before the panel's code is there. The event `unread` tells of changes. */
  getUnreadCount(): number;
  /** Asks for a person; `team` names the team that is asked first. */
  requestHuman(options?: { readonly team?: string }): Promise<void>;
  /** Says what the page knows of its customer; the team sees it beside the conversation, as not verified. Fetches nothing. */
  setAttributes(attributes: Attributes): Promise<void>;
  /** Fills in the contact form. Fetches nothing. */
  prefill(contact: Prefill): Promise<void>;
  setLocale(locale: string): Promise<void>;
  setTheme(theme: 'auto' | 'light' | 'dark'): Promise<void>;
  /**
   * Says who the customer is; `getToken` fetches a token the site's backend signed. Takes effect when the panel is first
   * needed, at once for somebody who has a conversation here.
   */
  identify(person: Person, options: IdentifyOptions): Promise<void>;
  /** Signs out in every tab: forgets the customer and everything stored in this browser. */
  logout(): Promise<void>;
  /** Hears events of the headless client; returns the unsubscribe. */
  on(type: string, listener: (event: unknown) => void): () => void;
  /** Lets the flow do something in the page; see `registerTool` of the client. Returns what takes it away again. */
  registerTool<I>(name: string, tool: Tool<I>): () => void;
  /** Takes everything out of the page. */
  destroy(): void;
}

/** Puts the launcher into the page. Stores, sends and connects nothing before the customer acts. */
export function createWidget(options: WidgetOptions): Widget {
  const { config } = options;
  const host = createShadowHost(document);
  const pageLocale = options.locale ?? (document.documentElement.lang || navigator.language);
  let loading: Promise<Panel> | null = null;
  let panel: Panel | null = null;
  let destroyed = false;
  /** Names the customer to the client, once there is one. */
  let person: ((client: Handrail | null) => void) | null = null;
  /** What the client is told as soon as there is one, until it is taken back. */
  const standing = new Set<{ begin: (client: Handrail) => () => void; stop: (() => void) | null }>();

  host.style(launcherCss);
  const style = host.element.style;
  if (config.accent) style.setProperty('--hr-accent', config.accent);
  if (config.launcher?.offset) {
    style.setProperty('--hr-x', `${config.launcher.offset.x}px`);
    style.setProperty('--hr-y', `${config.launcher.offset.y}px`);
  }
  if (config.launcher?.zIndex) style.setProperty('--handrail-z', String(config.launcher.zIndex));
  host.element.dir = getComputedStyle(document.documentElement).direction;

  const offered = config.locales ?? ['en'];
  // The launcher speaks before the panel's code is there to choose; a language the site does not offer would only mislead.
  const spoken = offered.some(tag => tag.slice(0, 2) === pageLocale.slice(0, 2)) ? pageLocale : (offered[0] ?? 'en');
  const launcher = createLauncher(
    document,
    spoken,
    config.launcher?.side ?? 'end',
    () => void toggle().catch(() => {}),
    () => void load().catch(() => {}),
  );
  launcher.button.hidden = config.launcher?.hidden ?? false;
  host.root.append(launcher.button);
  host.attach();

  function load(): Promise<Panel> {
    if (destroyed) return Promise.reject(new Error('Handrail: the widget was destroyed.'));
    loading ??= importPanel(options.assets)
      .then(({ mountPanel }) => mountPanel({ host, launcher, options, locale: pageLocale }))
      .then(mounted => {
        panel = mounted;
        person?.(mounted.client);
        for (const entry of standing) entry.stop = entry.begin(mounted.client);
        return mounted;
      })
      .catch((error: unknown) => {
        // A lost chunk must not break the button for ever: the next press tries again.
        loading = null;
        throw error;
      });
    return loading;
  }

  function stand(begin: (client: Handrail) => () => void): () => void {
    const entry = { begin, stop: panel ? begin(panel.client) : null };
    standing.add(entry);
    return () => {
      entry.stop?.();
      standing.delete(entry);
    };
  }

  /** Said to the client once it is there; what is wrong with it then must not keep the panel from opening. */
  const say = (what: (client: Handrail) => void) =>
    new Promise<void>((resolve, reject) => {
      stand(client => {
        try {
          resolve(what(client));
        } catch (error) {
          reject(error);
        }
        return () => {};
      });
    });

  const toggle = async () => {
    const mounted = await load();
    if (mounted.isOpen()) mounted.close();
    else mounted.open();
  };

  const site = options.site ?? 'static';
  // Somebody who has a conversation here sees its unread count on every page.
  if (wasUsedBefore(site)) {
    const reopen = readOpenState(site);
    void load().then(
      mounted => {
        if (reopen) mounted.reopen(reopen);
      },
      () => {},
    );
  }

  return {
    open: async place => (await load()).open(place),
    close: () => panel?.close(),
    toggle,
    show: () => {
      launcher.button.hidden = false;
    },
    hide: () => {
      panel?.close();
      launcher.button.hidden = true;
    },
    navigate: async place => (await load()).open(place),
    search: async query => (await load()).search(query),
    openArticle: async (id, given) => (await load()).openArticle(id, given?.section ?? null),
    ask: async question => (await load()).ask(question),
    newConversation: async given => (await load()).newConversation(given?.text ?? ''),
    isOpen: () => panel?.isOpen() ?? false,
    getUnreadCount: () => panel?.client.getUnreadCount() ?? 0,
    requestHuman: async options => (await load()).requestHuman(options),
    setAttributes: said => say(client => client.setAttributes(said)),
    prefill: contact => say(client => client.prefill(contact)),
    setLocale: async locale => (await load()).setLocale(locale),
    setTheme: async theme => (await load()).setTheme(theme),
    identify(given, how) {
      // A page may name its customer on every visit; that alone fetches nothing.
      const named = new Promise<void>((resolve, reject) => {
        person?.(null);
        person = client => {
          person = null;
          if (client) client.identify(given, how).then(resolve, reject);
          else reject(new Error('Handrail: signed out, or somebody else was named meanwhile.'));
        };
      });
      if (panel) person?.(panel.client);
      else if (isKnownHere(site)) void load().catch(() => {});
      return named;
    },
    async logout() {
      person?.(null);
      if (loading || isKnownHere(site)) await (await load()).client.logout();
    },
    on: (type, listener) => stand(client => client.on(type as 'error', listener as never)),
    registerTool: (name, tool) => stand(client => client.registerTool(name, tool)),
    destroy() {
      destroyed = true;
      if (panel) panel.destroy();
      else
        loading?.then(
          mounted => mounted.destroy(),
          () => {},
        );
      host.remove();
    },
  };
}

function importPanel(assets: string | undefined): Promise<typeof import('./panel/mount.js')> {
  if (__PANEL_FILE__ === null) return import('./panel/mount.js');
  return import(/* @vite-ignore */ (assets ?? './') + __PANEL_FILE__) as Promise<typeof import('./panel/mount.js')>;
}
