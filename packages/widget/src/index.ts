export { createWidget, type Widget, type WidgetOptions } from './createWidget.js';
