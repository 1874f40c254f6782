export type { ShimOptions } from '../shim.js';
export type { HandrailCall, WidgetFace } from '../widgetFace.js';
export { installZendesk } from './installZendesk.js';
