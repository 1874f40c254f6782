import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CliIo } from '../cliIo.js';
import { runCli } from '../runCli.js';

const bike = (name: string, next?: string) => ({
  title: name,
  buttons: [
    { label: 'take', value: name, ...(next && { next }) },
    { label: 'look', url: `https://shop.example/${name}` },
  ],
});
const FLOW = {
  format: 2,
  version: 1,
  locales: ['en'],
  start: 'bikes',
  home: 'question',
  variables: { bike: { type: 'string' } },
  steps: {
    bikes: {
      type: 'cards',
      text: 'which',
      cards: [bike('city'), bike('trail', 'person'), bike('cargo')],
      variable: 'bike',
      next: 'taken',
    },
    taken: { type: 'say', text: 'taken', next: 'question' },
    person: { type: 'handoff' },
    question: { type: 'answer' },
  },
  texts: {
    which: { en: 'Which bike?' },
    city: { en: 'City' },
    trail: { en: 'Trail' },
    cargo: { en: 'Cargo' },
    take: { en: 'Take it' },
    look: { en: 'Look' },
    taken: { en: 'It is {bike}.' },
  },
};

async function flow(lines: readonly string[], command: string, definition: object = FLOW) {
  const file = join(mkdtempSync(join(tmpdir(), 'handrail-cards-')), 'flow.json');
  writeFileSync(file, JSON.stringify(definition));
  const said = { out: '', error: '' };
  const io = {
    env: {},
    lines: async function* () {
      yield* lines;
    },
    out: (text: string) => {
      said.out += text;
    },
    error: (text: string) => {
      said.error += text;
    },
  };
  const code = await runCli(['flow', command, file], io as unknown as CliIo);
  return { code, file, ...said };
}

test('cards are played: each in its words, each choice by a number', async () => {
  const { code, out } = await flow(['3'], 'run');
  expect(code).toBe(0);
  expect(out).toContain('Which bike?\n\nCity\n[Take it]\nLook\n\nTrail\n[Take it]\nLook\n\nCargo\n[Take it]\nLook\n');
  expect(out).toContain('  1  City – Take it\n  2  Trail – Take it\n  3  Cargo – Take it\n');
  expect(out).toContain('It is cargo.\n');
  expect((await flow(['trail'], 'run')).out).toContain('[to a person: flow]');
}, 30_000);

test('cards are drawn: a box with their titles, an arrow for each way on', async () => {
  const { out } = await flow([], 'draw');
  expect(out).toContain('Which bike? City / Trail /');
  expect(out).toContain('Trail – Take it</text>');
  expect(out).toMatch(/City – Take it/);
});

test('what is wrong with cards is told by the check', async () => {
  const button = { label: 'take', value: 'a', url: 'https://shop.example' };
  const steps = { ...FLOW.steps, bikes: { ...FLOW.steps.bikes, cards: [{ title: 'city', buttons: [button] }] } };
  const { code, file, error } = await flow([], 'check', { ...FLOW, steps });
  expect(code).toBe(1);
  expect(error).toContain(
    `${file}: /steps/bikes/cards/0/buttons/0: expected one of value, url, address, got "value and url".`,
  );
});
