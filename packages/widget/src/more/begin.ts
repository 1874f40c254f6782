import type { WidgetParts } from '../widgetParts.js';
import { followOwnLauncher } from './ownLauncher.js';
import { placeInline } from './placeInline.js';
import { placeOnPhones } from './placeOnPhones.js';
import { watchRules } from './watchRules.js';

/** What settings ask for beside a launcher in a corner. */
export function begin(parts: WidgetParts): void {
  const { config, target } = parts.options;
  if (target) placeInline(parts, target);
  followOwnLauncher(parts);
  placeOnPhones(parts);
  if (config.messages?.[0]) watchRules(parts);
}
