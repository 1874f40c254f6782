import { isIP } from 'node:net';
import type { ActionConfig } from '@handrail/protocol';
import type { Explanation } from '@handrail/protocol/schema';
import { isPublicAddress } from '../actions/isPublicAddress.js';
import { placesIn } from '../actions/placeholders.js';
import { CUSTOMER } from '../actions/readInput.js';
import { checkHeaders } from './checkHeaders.js';
import type { ResolvedConfig } from './resolvedConfig.js';

/** What is wrong with the sites' actions; values of the environment are never shown. */
export function checkActions(
  { sites }: Pick<ResolvedConfig, 'sites'>,
  env: Readonly<Record<string, string | undefined>>,
): Explanation[] {
  return sites.flatMap(({ actions = {}, identity }, n) =>
    Object.entries(actions).flatMap(([name, action]) => {
      const path = `/sites/${n}/actions/${name}`;
      return [
        ...checkAddress(action, path),
        ...checkPatterns(action, path),
        ...checkHeaders(action.headers, path, env),
        ...(action.tool !== undefined && (action.method ?? 'GET') !== 'GET'
          ? [{ path: `${path}/tool`, expected: 'only in actions with the method GET', got: action.method ?? 'GET' }]
          : []),
        ...(action.verified && !identity
          ? [{ path: `${path}/verified`, expected: 'a site with "identity"', got: 'true' }]
          : []),
      ];
    }),
  );
}

function checkAddress({ url, input = {}, verified, private: mayBePrivate }: ActionConfig, path: string): Explanation[] {
  const plain = url.replace(/[{}]/g, '');
  const address = URL.canParse(plain) ? new URL(plain) : null;
  const problems = address
    ? []
    : [{ path: `${path}/url`, expected: 'an address such as https://shop.example/orders/{order}', got: url }];
  const names = [...Object.keys(input), ...(verified ? [`${CUSTOMER}…`] : [])];
  const places = placesIn(url);
  const unknown = places.filter(name => !(Object.hasOwn(input, name) || (verified && name.startsWith(CUSTOMER))));
  const optional = places.filter(name => Object.hasOwn(input, name) && input[name]?.required === false);
  return [
    ...problems,
    ...(address && !mayBePrivate && isOfThisNetwork(address.hostname)
      ? [{ path: `${path}/private`, expected: 'true, for an address in a private network', got: address.hostname }]
      : []),
    ...optional.map(name => ({
      path: `${path}/input/${name}/required`,
      expected: 'true, as the address has a place for it',
      got: 'false',
    })),
    ...unknown.map(name => ({
      path: `${path}/url`,
      expected: names.length > 0 ? `places that are inputs: ${names.join(', ')}` : 'no places, for there is no input',
      got: `{${name}}`,
    })),
  ];
}

/** Told by the address alone; other names are looked up when the action is called. */
function isOfThisNetwork(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  return isIP(host) ? !isPublicAddress(host) : host === 'localhost' || host.endsWith('.localhost');
}

function checkPatterns({ input = {} }: ActionConfig, path: string): Explanation[] {
  return Object.entries(input).flatMap(([name, { pattern }]) =>
    pattern === undefined || isPattern(pattern)
      ? []
      : [{ path: `${path}/input/${name}/pattern`, expected: 'a regular expression', got: JSON.stringify(pattern) }],
  );
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text, 'u');
    return true;
  } catch {
    return false;
  }
}
