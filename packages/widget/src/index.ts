export { createWidget } from './createWidget.js';
export { type KeptWidget, keepWidget, type LiveWidgetOptions } from './keepWidget.js';
export type { GreetingText, ShowOptions } from './more/greeting.js';
export type { WidgetTexts, WidgetUpdate } from './more/update.js';
export { type ConfigTexts, readWidgetConfig } from './readWidgetConfig.js';
export type { Widget, WidgetState } from './widget.js';
export type { PlaceName, WidgetOptions } from './widgetOptions.js';
