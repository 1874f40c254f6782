import type { Consent } from '@handrail/core';
import type { WidgetConfig } from '@handrail/protocol';
import type { WidgetTexts } from './more/update.js';

/** Places of the panel that can be opened by name. */
export type PlaceName = 'home' | 'help' | 'chat' | 'contact';

/** What `createWidget` takes. Give `server` and `site`, or `knowledge` for static mode. */
export interface WidgetOptions {
  readonly server?: string;
  readonly site?: string;
  /** Address of compiled knowledge files. */
  readonly knowledge?: string;
  /** Address of a published flow. Default: the built-in flow. */
  readonly flow?: string | undefined;
  readonly config: WidgetConfig;
  /**
   * Element, or selector of the first, that the panel is drawn in: there at once, without launcher, as large as the element. Default:
   * over the page, beside its launcher.
   */
  readonly target?: string | Element | undefined;
  /** Language to start with. Default: the page's own, then the visitor's. */
  readonly locale?: string | undefined;
  /** Own words for texts of the widget, by key; they stand in every language. */
  readonly texts?: WidgetTexts;
  /** What the customer agreed to before. Default: everything; no analytics where the browser sends Global Privacy Control. */
  readonly consent?: Partial<Consent>;
  /** Address of the folder with the panel's files. Default: beside the script. */
  readonly assets?: string | undefined;
  /** Static mode: takes the contact form instead of a mail program. */
  readonly contact?: (
    contact: { email: string; text: string; name?: string; order?: string },
    transcript: string,
  ) => void;
}
