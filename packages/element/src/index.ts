export { defineHandrailWidget } from './defineHandrailWidget.js';
export type { HandrailWidgetElement } from './HandrailWidgetElement.js';
