import { expect, test } from 'vitest';
import type { FlowDefinition } from './schema.js';
import { publish, validate } from './validate.js';

const good: FlowDefinition = {
  version: 1,
  locales: ['en'],
  start: 'hello',
  home: 'question',
  variables: { name: { type: 'string' } },
  steps: {
    hello: { type: 'ask', text: 'ask', input: 'text', variable: 'name', next: 'question' },
    question: { type: 'answer', text: 'go' },
  },
  texts: { ask: { en: 'Your name?' }, go: { en: 'What can I do, **{name}**?' } },
};

const paths = (definition: unknown) => {
  const result = validate(definition);
  return 'errors' in result ? result.errors.map(({ path, expected, got }) => `${path} | ${expected} | ${got}`) : [];
};

const withSteps = (steps: Record<string, unknown>) => ({ ...good, steps: { ...good.steps, ...steps } });

test('a good definition passes', () => {
  expect(validate(good)).toEqual({ definition: good });
});

test('publishing parses the texts of each locale and adds what the rules say', () => {
  const result = publish(good);
  if ('errors' in result) throw new Error('not published');
  expect(result.flow.texts.en).toMatchObject({
    go: [{ t: 'p', c: ['What can I do, ', { t: 'strong', c: ['{name}'] }, '?'] }],
    'bot.offer': [{ t: 'p' }],
  });
  expect(publish({ ...good, locales: [] })).toHaveProperty('errors');
});

test.each([
  ['not an object', 7, [' | object | 7']],
  [
    'an unknown step type',
    withSteps({ hello: { type: 'shout' } }),
    [expect.stringContaining('/steps/hello/type | one of say, ask')],
  ],
  ['a missing property', withSteps({ hello: { type: 'say', text: 'ask' } }), ['/steps/hello/next | a value | nothing']],
  ['a misspelt property', { ...good, setings: {} }, ['/setings | no property of this name | {}']],
  [
    'a misspelt property of a step',
    withSteps({ question: { type: 'answer', txt: 'go' } }),
    ['/steps/question/txt | no property of this name | "go"'],
  ],
  ['a wrong number', { ...good, settings: { bands: { answer: 2 } } }, ['/settings/bands/answer | <= 1 | 2']],
  [
    'a missing target',
    { ...good, start: 'helo' },
    ['/start | the id of a step | "helo"', expect.stringContaining('/steps/hello | a step that')],
  ],
  [
    'an unreachable step',
    withSteps({ lost: { type: 'end' } }),
    ['/steps/lost | a step that some other step leads to | "none does"'],
  ],
  ['a home that answers nothing', { ...good, home: 'hello' }, ['/home | an answer step | "hello (ask)"']],
  [
    'a loop without input',
    withSteps({ hello: { type: 'say', text: 'ask', next: 'again' }, again: { type: 'goto', next: 'hello' } }),
    ['/steps/hello | a step in this loop that waits for the customer | "hello -> again -> hello"'],
  ],
  [
    'an unknown variable in a step and in a text',
    { ...good, variables: { nam: { type: 'string' } } },
    ['/steps/hello/variable | a declared variable (nam) | "name"', '/texts/go/en | a declared variable (nam) | "name"'],
  ],
  [
    'a value of another type',
    { ...good, variables: { name: { type: 'string', initial: 3 } } },
    ['/variables/name/initial | a string | 3'],
  ],
  [
    'a text that is not there',
    withSteps({ question: { type: 'answer', text: 'gone' } }),
    ['/steps/question/text | a key of /texts | "gone"'],
  ],
  [
    'choices that are missing',
    withSteps({ hello: { type: 'ask', text: 'ask', input: 'choices', next: 'question' } }),
    ['/steps/hello/choices | choices | nothing'],
  ],
  [
    'a pattern that does not compile',
    withSteps({ hello: { type: 'ask', text: 'ask', input: 'pattern', pattern: '(', next: 'question' } }),
    ['/steps/hello/pattern | a regular expression | "("'],
  ],
])('%s', (_, definition, expected) => {
  expect(paths(definition)).toEqual(expected);
});

test('a locale without its texts, and without the ones the rules need', () => {
  const found = paths({ ...good, locales: ['en', 'sv'] });
  expect(found).toContain('/texts/go/sv | a text in sv | nothing');
  expect(found).toContain('/texts/bot.offer/sv | a text in sv | nothing');
});

test('the message holds path, expected and got', () => {
  const result = validate({ ...good, start: 'helo' });
  expect('errors' in result && result.errors[0]?.message).toBe('/start: expected the id of a step, got "helo".');
});

test('Markdown that loses something is not published', () => {
  const result = publish({ ...good, texts: { ...good.texts, ask: { en: 'Name <script>alert(1)</script>' } } });
  expect(result).toHaveProperty('errors.0.path', '/texts/ask/en');
});

test('a label is one paragraph', () => {
  const choices = [{ value: 'a', label: 'ask' }];
  const definition = withSteps({ hello: { type: 'ask', text: 'go', input: 'choices', choices, next: 'question' } });
  const result = publish({ ...definition, texts: { ...good.texts, ask: { en: '- one\n- two' } } });
  expect(result).toMatchObject({ errors: [{ path: '/texts/ask/en', expected: 'one paragraph, as it is a label' }] });
});
