import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const docs = join(import.meta.dirname, '../../../docs');

/**
 * The first HTML of a page of the documentation, for this server and the demo's site.
 * @throws Error when the page has none
 */
export function docsSnippet(page: string, server: string): string {
  const html = /^```html\n([\s\S]*?)^```$/m.exec(readFileSync(join(docs, page), 'utf8'))?.[1];
  if (html === undefined) throw new Error(`docs/${page}: expected a block of HTML, got none`);
  return html.replaceAll('https://help.example.com', server).replaceAll('/w/shop.js', '/w/demo.js');
}
