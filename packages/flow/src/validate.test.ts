import { expect, test } from 'vitest';
import type { FlowDefinition } from './schema.js';
import { migrate, publish, validate } from './validate.js';

const good: FlowDefinition = {
  format: 2,
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

const branching = (when: unknown) =>
  withSteps({
    hello: { type: 'goto', next: 'fork' },
    fork: { type: 'branch', cases: [{ when, next: 'question' }], otherwise: 'question' },
  });

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
    'a condition of two kinds, and one that compares nothing',
    branching({ variable: 'name', is: 'x', not: { variable: 'name' } }),
    [
      '/steps/fork/cases/0/when | one of variable, all, any, not | "variable and not"',
      '/steps/fork/cases/0/when/not | a comparison: is, in, above, below, contains, set | nothing',
    ],
  ],
  [
    'a comparison the variable cannot pass, deep inside',
    branching({ any: [{ not: { variable: 'name', above: 3 } }, { variable: 'name', in: ['a', 4] }] }),
    [
      '/steps/fork/cases/0/when/any/0/not/above | no such comparison of a string | 3',
      '/steps/fork/cases/0/when/any/1/in/1 | a string | 4',
    ],
  ],
  [
    'a misspelt part of a condition',
    branching({ all: [{ variable: 'name', equals: 'x' }] }),
    ['/steps/fork/cases/0/when/all/0/equals | no property of this name | "x"'],
  ],
  [
    'an intent without words in a locale, and one that takes those of another',
    {
      ...good,
      intents: {
        a: { label: 'go', utterances: { en: ['Where is it?'] }, next: 'question' },
        b: { label: 'go', utterances: { en: ['where is it'] }, next: 'question' },
        c: { label: 'go', utterances: { de: ['Wo ist es?'] }, next: 'question' },
      },
    },
    [
      '/intents/b/utterances/en/0 | an utterance that is not also one of "a" | "where is it"',
      '/intents/c/utterances/en | utterances in en | nothing',
    ],
  ],
  [
    'bounds that leave nothing',
    withSteps({ hello: { type: 'ask', text: 'ask', input: 'number', least: 3, most: 2, next: 'question' } }),
    ['/steps/hello/most | at least 3 | 2'],
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
  expect('errors' in result && result.errors[0]?.message).toBe(
    '/start: expected the id of a step, got "helo". Did you mean "hello"?',
  );
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

const old = {
  version: 4,
  locales: ['en'],
  start: 'fork',
  home: 'question',
  variables: { name: { type: 'string' } },
  steps: {
    fork: {
      type: 'branch',
      cases: [{ variable: 'name', in: ['a', 'b'], set: true, next: 'question' }],
      otherwise: 'question',
    },
    question: { type: 'answer' },
  },
  texts: {},
};

test("a definition of format 1 is brought to format 2 and says what changed; today's is left alone", () => {
  const { definition, notes } = migrate(old);
  expect(notes).toEqual(['format: 1 to 2', 'steps/fork: each case has its condition under `when`']);
  expect(definition).toMatchObject({
    format: 2,
    version: 4,
    steps: { fork: { cases: [{ when: { variable: 'name', in: ['a', 'b'], set: true }, next: 'question' }] } },
  });
  expect(validate(old)).toEqual({ definition });
  expect(migrate(definition)).toEqual({ definition, notes: [] });
});

test.each([[7], [null], [{ steps: 3 }], [{ format: 3, steps: {} }]])('migration leaves %j to validation', value => {
  expect(migrate(value)).toEqual({ definition: value, notes: [] });
  expect(validate(value)).toHaveProperty('errors');
});
