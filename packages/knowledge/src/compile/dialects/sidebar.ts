import { isRecord } from '../isRecord.js';
import { text } from './frontFields.js';

/** What a navigation says about a page. */
export interface NavEntry {
  readonly title?: string;
  /** The group it stands in. */
  readonly section?: string;
}

/**
 * Pages in the sidebars of Docusaurus (`{type: 'doc', id, label}`), VitePress (`{text, link}`) and Starlight (`{label, slug}`),
 * by id or address without slashes around it. Groups are entries with `items`, or lists by address.
 */
export function sidebarEntries(sidebar: unknown): ReadonlyMap<string, NavEntry> {
  const entries = new Map<string, NavEntry>();

  function add(id: string, title: string | null, section: string | null): void {
    const key = id.replace(/^\/|\/$|\.(?:mdx?|html)$/g, '').replace(/(^|\/)index$/, '');
    if (entries.has(key)) return;
    entries.set(key, { ...(title === null ? {} : { title }), ...(section === null ? {} : { section }) });
  }

  function walk(value: unknown, section: string | null, base: string): void {
    if (Array.isArray(value)) for (const each of value) walk(each, section, base);
    else if (typeof value === 'string') add(base + value, null, section);
    else if (isRecord(value)) walkRecord(value, section, base);
  }

  function walkRecord(value: Record<string, unknown>, section: string | null, base: string): void {
    const label = text(value.text) ?? text(value.label);
    const id = text(value.id) ?? text(value.link) ?? text(value.slug);
    if (id !== null) add(/^[a-z]+:/.test(id) ? id : base + id, label, section);
    const link = value.link;
    if (isRecord(link)) add(base + (text(link.id) ?? text(link.slug) ?? ''), null, label);
    if (value.items !== undefined) walk(value.items, label ?? section, base + (text(value.base) ?? ''));
    else if (label === null && id === null) for (const each of Object.values(value)) walk(each, section, base);
  }

  walk(sidebar, null, '');
  return entries;
}
