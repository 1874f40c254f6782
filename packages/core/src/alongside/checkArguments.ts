import { wrongArgument } from '../pageSays.js';

interface Check {
  readonly name: string;
  readonly expected: string;
  readonly holds: (value: unknown) => boolean;
}

const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (name: string): Check => ({ name, expected: 'a text', holds: value => typeof value === 'string' });
const object = (name: string): Check => ({ name, expected: 'an object', holds: isObject });
const options: Check = {
  name: 'options',
  expected: 'an object or nothing',
  holds: value => value === undefined || isObject(value),
};

/** Arguments of the methods of conversations, in their order. */
const METHODS: Readonly<Record<string, readonly Check[]>> = {
  sendMessage: [text('text'), options],
  greet: [options],
  fileUrl: [text('id')],
  ask: [text('question')],
  choose: [text('value'), text('label')],
  rate: [
    text('message'),
    { name: 'vote', expected: '"yes" or "no"', holds: value => value === 'yes' || value === 'no' },
    options,
  ],
  submitFields: [object('values')],
  openConversation: [text('id')],
  setTyping: [{ name: 'on', expected: 'true or false', holds: value => typeof value === 'boolean' }],
  retry: [text('message')],
  discard: [text('message')],
  requestHuman: [options],
  leaveMessage: [object('contact')],
  submitSurvey: [
    {
      name: 'score',
      expected: 'a whole number from 1 to 5',
      holds: value => Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 5,
    },
    options,
  ],
};

/** @throws HandrailError `bad_request`, naming the argument, what was expected and what was given */
export function checkArguments(method: string, given: readonly unknown[]): void {
  for (const [index, { name, expected, holds }] of (METHODS[method] ?? []).entries())
    if (!holds(given[index])) throw wrongArgument(`${method}: ${name}`, expected, given[index]);
}
