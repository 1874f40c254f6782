import type { WidgetConfig } from '@handrail/protocol';
import { readWidgetConfig } from '../readWidgetConfig.js';
import type { WidgetOptions } from '../widgetOptions.js';

/** What the server writes into a site's script. */
export interface SiteBoot {
  readonly id: string;
  readonly server: string;
  readonly config: WidgetConfig;
  /** Path of the site's own flow on the server. */
  readonly flow?: string;
}

/**
 * Options of the page's one widget: from the server's words around the script, or from the tag's `data-` attributes in
 * static mode. `null`, with a warning that says what is missing, when there is neither.
 */
export function readScriptTag(
  script: HTMLScriptElement | null,
  boot: SiteBoot | undefined,
  warn: (text: string) => void,
): WidgetOptions | null {
  const assets = script?.src && new URL('.', script.src).href;
  const data = script?.dataset ?? {};
  const common = { assets, locale: data.locale, target: data.target };
  if (boot) {
    return {
      server: boot.server,
      site: boot.id,
      config: boot.config,
      flow: boot.flow && boot.server + boot.flow,
      ...common,
    };
  }
  if (data.knowledge === undefined) {
    warn('Handrail: expected data-knowledge, or a script like /w/SITE.js; got neither.');
    return null;
  }
  const config = readWidgetConfig(data, document.title);
  const knowledge = new URL(data.knowledge, document.baseURI).href;
  const flow = data.flow && new URL(data.flow, document.baseURI).href;
  return { knowledge, flow, config, ...common };
}
