import type { WidgetConfig } from '@handrail/protocol';
import type { PlaceName } from '../widgetOptions.js';

/** A greeting of the site's settings. */
export type Greeting = NonNullable<WidgetConfig['messages']>[number];

/** A greeting that stands in no settings. */
export interface GreetingText {
  /** One text, or one for each language by its tag. */
  readonly text: string | Readonly<Record<string, string>>;
  /** Place a click opens. Default: `chat`. */
  readonly open?: PlaceName;
  /** Id of an article a click opens instead. */
  readonly article?: string;
}

/** How a greeting is shown. */
export interface ShowOptions {
  /** Milliseconds to wait. Default 0. */
  readonly delay?: number;
  /** `true` shows one the customer dismissed before, and one beyond `mostMessages`. Default `false`. */
  readonly force?: boolean;
}

/** The text for a language: the same tag, then the same language, then the first. */
export function textFor(text: GreetingText['text'], locale: string): string {
  if (typeof text === 'string') return text;
  const [language] = locale.split('-');
  const near = Object.keys(text).find(tag => tag.split('-')[0] === language);
  return text[locale] ?? (near ? text[near] : Object.values(text)[0]) ?? '';
}
