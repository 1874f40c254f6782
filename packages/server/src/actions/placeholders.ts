const PLACE = /\{([\w.]+)\}/g;

/** Names between braces in an address. */
export const placesIn = (text: string): string[] => [...text.matchAll(PLACE)].map(([, name]) => name as string);

/** An address with its places filled, each encoded so that it stays where it stands. */
export const fillPlaces = (text: string, value: (name: string) => string): string =>
  text.replace(PLACE, (_, name: string) => encodeURIComponent(value(name)));

const VARIABLE = /\$\{(\w+)\}/g;

/** Names of the environment's variables in a header. */
export const variablesIn = (text: string): string[] => [...text.matchAll(VARIABLE)].map(([, name]) => name as string);

/** A header with the environment's variables filled in. */
export const fillVariables = (text: string, env: Readonly<Record<string, string | undefined>>): string =>
  text.replace(VARIABLE, (_, name: string) => env[name] ?? '');
