export { createWidget, type Widget } from './createWidget.js';
export { type KeptWidget, keepWidget, type LiveWidgetOptions } from './keepWidget.js';
export { type ConfigTexts, readWidgetConfig } from './readWidgetConfig.js';
export type { PlaceName, WidgetOptions } from './widgetOptions.js';
