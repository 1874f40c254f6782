import { expect, test } from 'vitest';
import { COMMANDS } from './commands.js';
import { helpText } from './helpText.js';
import { nearest } from './nearest.js';
import { OPTIONS } from './optionTable.js';
import { readArguments } from './readArguments.js';

test.each([
  [['biuld', 'x'], 'expected one of the commands build, check, try, import, schema, got "biuld"; did you mean build?'],
  [['x'], 'expected one of the commands build, check, try, import, schema, got "x"'],
  [['--json'], 'expected one of the commands build, check, try, import, schema, got none'],
  [['build', 'x', '--ouy', 'y'], 'build: unknown option --ouy; did you mean --out?'],
  [['build', 'x', '--external'], 'build: unknown option --external'],
  [['build', 'x', '--out'], 'build: expected --out FOLDER, got no value'],
  [['build', 'x', '--out', '--json'], 'build: expected --out FOLDER, got no value'],
  [['build', 'x', '--json=yes'], 'build: expected no value for --json, got "yes"'],
  [['build', '--out', 'y'], 'build: expected <source>, got nothing'],
  [['check', 'a', 'b'], 'check: expected <source>, got "a" "b"'],
  [['try', 'a'], 'try: expected <question> <source or built folder>, got "a"'],
  [['schema', 'a'], 'schema: expected no more, got "a"'],
  [['constructor'], 'expected one of the commands build, check, try, import, schema, got "constructor"'],
])('wrong: %j', (args, message) => expect(readArguments(args)).toMatchObject({ kind: 'wrong', message }));

test('what is right', () => {
  const read = readArguments(['build', 'in', '--out=o', '--audience', 'a', '--audience', 'b', '--watch']);
  if (read.kind !== 'run') throw new Error(read.kind);
  expect([read.name, read.words]).toEqual(['build', ['in']]);
  expect([read.options.text('out'), read.options.texts('audience')]).toEqual(['o', ['a', 'b']]);
  expect([read.options.flag('watch'), read.options.flag('json'), read.options.text('from')]).toEqual([
    true,
    false,
    undefined,
  ]);
});

test.each([
  [[], null],
  [['--help'], null],
  [['help'], null],
  [['help', 'build'], 'build'],
  [['build', '-h'], 'build'],
  [['build', 'x', '--nonsense', '--help'], 'build'],
])('help: %j', (args, name) => expect(readArguments(args)).toEqual({ kind: 'help', name }));

test('every command says what it takes, and every option is taken by one', () => {
  const taken = Object.entries(COMMANDS).flatMap(([name, { options }]) => {
    const text = helpText('hk', name);
    for (const option of options) expect(text).toContain(`--${option}`);
    expect(text).toContain('Exit codes: 0');
    return options;
  });
  expect([...new Set(taken)].sort()).toEqual(Object.keys(OPTIONS).sort());
});

test.each([
  ['chek', 'check'],
  ['imp', 'import'],
  ['zzz', null],
  ['b', null],
])('%s is near %s', (given, name) => expect(nearest(given, Object.keys(COMMANDS))).toBe(name));
