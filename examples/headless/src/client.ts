import { createHandrail, webStorage } from '@handrail/core';

const params = new URLSearchParams(location.search);

/** The one client of the page. */
export const client = createHandrail({
  server: params.get('server') ?? 'http://localhost:4400',
  site: params.get('site') ?? 'demo',
  environment: {
    storage: webStorage(() => localStorage),
    page: () => ({ url: location.href, title: document.title }),
  },
});

/** An element of `index.html`. */
export const element = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;

/** Sets attributes that come as an object, and takes away those in `gone` that are not in it. */
export function setAttributes(target: HTMLElement, attributes: object, gone: readonly string[] = []) {
  for (const name of gone) target.removeAttribute(name);
  for (const [name, value] of Object.entries(attributes)) target.setAttribute(name, String(value));
}
