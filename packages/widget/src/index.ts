export { createWidget, type Widget } from './createWidget.js';
export type { PlaceName, WidgetOptions } from './widgetOptions.js';
