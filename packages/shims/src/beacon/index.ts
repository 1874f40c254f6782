export type { ShimOptions } from '../shim.js';
export type { HandrailCall, WidgetFace } from '../widgetFace.js';
export { installBeacon } from './installBeacon.js';
