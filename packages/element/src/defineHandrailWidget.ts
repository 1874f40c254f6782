import { createElementClass, type HandrailWidgetElement } from './HandrailWidgetElement.js';

declare global {
  interface HTMLElementTagNameMap {
    'handrail-widget': HandrailWidgetElement;
  }
}

/**
 * Teaches the page `<handrail-widget>`; a second call, and one on a server, does nothing.
 * @param name another name for the element. Default: `handrail-widget`
 */
export function defineHandrailWidget(name = 'handrail-widget'): void {
  if (typeof customElements === 'undefined' || customElements.get(name)) return;
  customElements.define(name, createElementClass());
}
