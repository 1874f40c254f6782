import type { ShadowHost } from './host/shadowHost.js';
import type { Launcher } from './launcher/launcher.js';
import type { Panel } from './panel/mount.js';
import type { Widget } from './widget.js';
import type { WidgetOptions } from './widgetOptions.js';

/** What the widget itself tells, whether there is a client or not. */
export type WidgetEvent = 'ready' | 'show' | 'hide' | 'greeting:shown' | 'greeting:click' | 'greeting:dismiss';

/** What the launcher's side shares with files that are fetched later. */
export interface WidgetParts {
  readonly host: ShadowHost;
  readonly launcher: Launcher;
  /** As they are now. */
  options: WidgetOptions;
  /** Puts colours, corner, layer and language of the options on the launcher. */
  dress(): void;
  /** Fetches the panel's code, once. */
  load(): Promise<Panel>;
  tell(type: WidgetEvent, data: object): void;
  /** `null` before its code is there. */
  panel(): Panel | null;
  widget(): Widget;
  /** Names given to `track`. */
  readonly tracked: Set<string>;
  /** Run when the widget ends. */
  readonly ends: (() => void)[];
}
