import { type KeptWidget, keepWidget, type Widget, type WidgetOptions } from '@handrail/widget';
import { ATTRIBUTES, readElement } from './readElement.js';

/** A `<handrail-widget>`. Draws nothing itself; launcher and panel are in the page as long as it is. */
export interface HandrailWidgetElement extends HTMLElement {
  /** The widget; `null` while the element is in no page, or its attributes are not enough. */
  readonly widget: Widget | null;
  /** Settings that no attribute has, or as values; they win over attributes. Set it again to change one. */
  config: Partial<WidgetOptions['config']>;
  /** Static mode: takes the contact form instead of a mail program. */
  contact: WidgetOptions['contact'] | undefined;
}

/** Makes the class. A function, because a server has no `HTMLElement` to build upon. */
export function createElementClass(): new () => HandrailWidgetElement {
  return class extends HTMLElement implements HandrailWidgetElement {
    static readonly observedAttributes = ATTRIBUTES;
    #kept: KeptWidget | null = null;
    #config: Partial<WidgetOptions['config']> = {};
    #contact: WidgetOptions['contact'] | undefined;
    #isDue = false;

    get widget() {
      return this.#kept?.widget ?? null;
    }

    get config() {
      return this.#config;
    }

    set config(config) {
      this.#config = config;
      this.#later();
    }

    get contact() {
      return this.#contact;
    }

    set contact(contact) {
      this.#contact = contact;
      this.#later();
    }

    connectedCallback() {
      this.#takeEarly();
      this.#settle();
    }

    // An element that moves is disconnected and connected at once; one that left is still away soon after.
    disconnectedCallback() {
      this.#later();
    }

    attributeChangedCallback() {
      this.#later();
    }

    /** Properties given before the element was defined stand in front of those of the class. */
    #takeEarly() {
      for (const name of ['config', 'contact']) {
        const early = Object.getOwnPropertyDescriptor(this, name);
        if (early && Reflect.deleteProperty(this, name)) Object.assign(this, { [name]: early.value });
      }
    }

    /** Once for all that changes together. */
    #later() {
      if (this.#isDue) return;
      this.#isDue = true;
      queueMicrotask(() => this.#isDue && this.#settle());
    }

    #settle() {
      this.#isDue = false;
      if (!this.isConnected) {
        this.#kept?.destroy();
        this.#kept = null;
        return;
      }
      const options = readElement(this, this.#config, this.#contact);
      if (this.#kept) this.#kept.update(options);
      else this.#kept = keepWidget(options);
    }
  };
}
