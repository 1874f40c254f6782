import type { NamedValue } from '@handrail/protocol';
import type { Consent } from '../consent.js';
import { cutText } from '../cutText.js';
import type { HostPage } from '../environment.js';
import { expectObject, wrongArgument } from '../pageSays.js';
import type { Suggest } from './pageContext.js';

/** What belongs to something the customer did. At most 20 values. */
export type TrackData = Readonly<Record<string, string | number | boolean | null>>;

/** The protocol's: characters of a name, a value, an address, a tag; values of an event; tags of a conversation that is to come. */
const NAME = 200;
const VALUE = 1_000;
const ADDRESS = 2_048;
const TAG = 64;
const MOST = 20;
export const MOST_TAGS = MOST;

/** @throws HandrailError `bad_request` with the path of what is wrong; so do all of this file */
export function readTracked(name: string, data: TrackData): { name: string; data?: NamedValue[] } {
  const values = expectObject('track', data).flatMap(([key, value]) => {
    if (value === null || value === undefined || value === '') return [];
    if (!['string', 'number', 'boolean'].includes(typeof value))
      throw wrongArgument(`track: /${key}`, 'a text, a number, true, false or null', value);
    return [{ name: cutText(key, NAME), value: cutText(String(value), VALUE) }];
  });
  if (values.length > MOST) throw wrongArgument('track', `at most ${MOST} values`, values.length);
  return { name: cutText(readText('track: name', name), NAME), ...(values.length > 0 ? { data: values } : {}) };
}

export function readPage(url: string, real: HostPage | null): HostPage {
  const [address = ''] = readText('page: url', url).split(/[?#]/);
  return { url: cutText(address, ADDRESS), title: real?.title ?? '' };
}

export function readSuggest(ids: Suggest | null): Suggest | null {
  if (ids === null || typeof ids === 'function') return ids;
  const areTexts = Array.isArray(ids) && ids.every(id => typeof id === 'string');
  if (!areTexts) throw wrongArgument('suggest', 'ids of articles, a function that gives them, or null', ids);
  return ids;
}

export function readTags(method: string, given: string | readonly string[]): string[] {
  const tags = typeof given === 'string' ? [given] : given;
  if (!Array.isArray(tags)) throw wrongArgument(method, 'a tag or a list of tags', given);
  if (tags.length > MOST) throw wrongArgument(method, `at most ${MOST} tags`, tags.length);
  return [...new Set(tags.map((tag, index) => cutText(readText(`${method}: /${index}`, tag), TAG)))];
}

export function readConsent(given: Partial<Consent>): Partial<Consent> {
  for (const [name, value] of expectObject('setConsent', given)) {
    if (!['storage', 'analytics', 'ai'].includes(name))
      throw wrongArgument(`setConsent: /${name}`, 'one of storage, analytics, ai', name);
    if (typeof value !== 'boolean') throw wrongArgument(`setConsent: /${name}`, 'true or false', value);
  }
  return given;
}

export const cutValue = ({ name, value }: NamedValue): NamedValue => ({
  name: cutText(name, NAME),
  value: cutText(value, VALUE),
});

function readText(where: string, value: unknown): string {
  if (typeof value !== 'string' || value.trim() === '') throw wrongArgument(where, 'a text that is not empty', value);
  return value.trim();
}
