import type { Page } from 'playwright-core';

/** Notes dialogs, requests to other hosts, and pages left. Ask for the notes at the end. */
export async function watchAttacks(page: Page, origin: string): Promise<readonly string[]> {
  const notes: string[] = [];
  page.on('dialog', dialog => {
    notes.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', request => {
    const { protocol, origin: to } = new URL(request.url());
    if (/^(https?|wss?|file):$/.test(protocol) && to !== origin) notes.push(`request: ${request.url()}`);
  });
  page.on('popup', popup => notes.push(`popup: ${popup.url()}`));
  page.on('framenavigated', frame => {
    if (!frame.url().startsWith(origin) && frame.url() !== 'about:blank') notes.push(`navigated: ${frame.url()}`);
  });
  await page.addInitScript(() => {
    for (const name of ['alert', 'prompt', 'confirm'] as const) {
      window[name] = (() => {
        (window as unknown as { attacked: number }).attacked = 1;
      }) as never;
    }
  });
  return notes;
}

/** What may not stand in a drawn text: scripts, frames, handlers, inline styles, images of others, other schemes. */
export function forbidden(page: Page, root: 'handrail-host' | 'body'): Promise<string[]> {
  return page.evaluate(name => {
    const within = name === 'body' ? document.body : document.querySelector(name)?.shadowRoot;
    const found: string[] = [];
    if ((window as unknown as { attacked?: number }).attacked) found.push('a script ran');
    const kinds =
      'iframe, frame, object, embed, style, link, meta, base, template, dialog, math, animate, use, video, audio';
    for (const element of within?.querySelectorAll(`${kinds}, script:not([src^="/"]):not([type=module])`) ?? [])
      found.push(element.outerHTML.slice(0, 200));
    for (const element of within?.querySelectorAll('*') ?? []) {
      for (const { name: attribute, value } of element.attributes) {
        if (/^on|^(srcdoc|formaction|is|slot|popover|autofocus)$/.test(attribute))
          found.push(`${attribute}="${value}"`);
      }
    }
    for (const link of within?.querySelectorAll<HTMLAnchorElement>('a[href]') ?? []) {
      if (!/^(https?|mailto|tel):$/.test(link.protocol)) found.push(`link: ${link.href}`);
      if (link.target === '_blank' && !/noopener/.test(link.rel)) found.push(`link with an opener: ${link.href}`);
    }
    for (const image of within?.querySelectorAll('img') ?? []) {
      if (new URL(image.src).origin !== location.origin) found.push(`image: ${image.src}`);
    }
    return found;
  }, root);
}
