import { createShim, type ShimOptions } from '../shim.js';
import type { WidgetFace } from '../widgetFace.js';
import { chatwootCalls, chatwootEvents } from './chatwootCalls.js';

/** Settings of the page that are read. */
interface ChatwootSettings {
  readonly hideMessageBubble?: boolean;
  readonly locale?: string;
  readonly useBrowserLanguage?: boolean;
  readonly darkMode?: string;
}

/**
 * Makes `chatwootSDK.run(…)` work with Handrail, and after it `$chatwoot` and the `chatwoot:…` events of `window`. Calls without
 * a counterpart warn once and never throw.
 * @returns takes it out again; the page's globals are as they were
 */
export function installChatwoot(widget: WidgetFace, options: ShimOptions = {}): () => void {
  const shim = createShim(widget, options);
  const calls = chatwootCalls(shim);
  const page = shim.page as {
    $chatwoot?: unknown;
    chatwootSettings?: ChatwootSettings;
    navigator?: { language: string };
    dispatchEvent?: (event: Event) => unknown;
  };
  const answer = (name: string, given: unknown[] = []) => shim.answer(calls, name, `$chatwoot.${name}`, given);
  const tell = (type: string, detail?: object) => page.dispatchEvent?.(new CustomEvent(type, { detail }));

  function apply({ hideMessageBubble, locale, useBrowserLanguage, darkMode }: ChatwootSettings) {
    const language = useBrowserLanguage ? page.navigator?.language : locale;
    if (language) answer('setLocale', [language]);
    if (darkMode) answer('setColorScheme', [darkMode]);
    if (hideMessageBubble) answer('toggleBubbleVisibility', ['hide']);
  }

  function run(given: { websiteToken?: string; baseUrl?: string } = {}) {
    if (page.$chatwoot) return;
    const settings = page.chatwootSettings ?? {};
    const methods = Object.keys(calls)
      .filter(name => name !== 'isOpen')
      .map(name => [name, (...args: unknown[]) => answer(name, args)]);
    const { websiteToken, baseUrl } = given;
    const chatwoot = { ...settings, websiteToken, baseUrl, hasLoaded: true, ...Object.fromEntries(methods) };
    shim.put('$chatwoot', Object.defineProperty(chatwoot, 'isOpen', { get: () => answer('isOpen') ?? false }));
    apply(settings);
    for (const [type, entry] of Object.entries(chatwootEvents(shim))) {
      if (typeof entry === 'function') entry(detail => tell(type, detail));
    }
    tell('chatwoot:ready');
  }

  shim.put('chatwootSDK', { run: (given?: object) => shim.answer({ run }, 'run', 'chatwootSDK.run', [given]) });
  return shim.end;
}
