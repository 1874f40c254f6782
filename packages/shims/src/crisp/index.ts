export type { ShimOptions } from '../shim.js';
export type { HandrailCall, WidgetFace } from '../widgetFace.js';
export { installCrisp } from './installCrisp.js';
