import { HandrailError } from '@handrail/core';
import { type LiveWidgetOptions, readWidgetConfig, type WidgetOptions } from '@handrail/widget';

const PLACES = ['server', 'site', 'knowledge', 'flow', 'locale'] as const;
const SETTINGS = ['name', 'locales', 'accent', 'theme', 'side', 'popular', 'mailto'] as const;

/** Every attribute the element reads. */
export const ATTRIBUTES: readonly string[] = [...PLACES, ...SETTINGS, 'hidden', 'inline'];

/**
 * Options from the element's attributes.
 * @param config wins over what attributes say
 * @throws HandrailError `bad_request` without `server` and `site`, or `knowledge`
 */
export function readElement(
  element: HTMLElement,
  config: Partial<WidgetOptions['config']>,
  contact: WidgetOptions['contact'],
): LiveWidgetOptions {
  const read = (names: readonly string[]) =>
    Object.fromEntries(
      names.filter(name => element.hasAttribute(name)).map(name => [name, element.getAttribute(name)]),
    );
  const places: Partial<Record<(typeof PLACES)[number], string>> = read(PLACES);
  if (!places.knowledge && !(places.server && places.site)) {
    const got = ['server', 'site', 'knowledge'].filter(name => element.getAttribute(name)).join(', ') || 'none';
    throw new HandrailError(
      'bad_request',
      `<${element.localName}>: expected the attributes server and site, or knowledge; got ${got}.`,
    );
  }
  return {
    ...places,
    config: { ...readWidgetConfig(read(SETTINGS), element.ownerDocument.title), ...config },
    hidden: element.hasAttribute('hidden'),
    ...(element.hasAttribute('inline') ? { target: element } : {}),
    ...(contact ? { contact } : {}),
  };
}
