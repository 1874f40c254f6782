import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { createInk } from './ink.js';
import { createProgress } from './progress.js';
import { plainTable, summaryTable } from './summaryTable.js';

const io = { out() {}, error() {}, env: {}, isTerminal: true, onStop() {} };

function screen() {
  const stream = Object.assign(new PassThrough(), {
    isTTY: true,
    columns: 80,
    cursorTo() {},
    clearLine() {},
    moveCursor() {},
  });
  let drawn = '';
  stream.on('data', data => {
    drawn += String(data);
  });
  return { stream: stream as unknown as NodeJS.WriteStream, drawn: () => drawn };
}

test('a bar is drawn for work of more than half a second', () => {
  const { stream, drawn } = screen();
  let now = 0;
  const progress = createProgress({ ...io, bar: stream }, false, () => now);
  progress.show('pages', 1, 9);
  expect(drawn()).toBe('');
  now = 600;
  progress.show('pages', 5, 9);
  progress.stop();
  expect(drawn()).toContain('pages 5/9');
});

test('no bar without a terminal, and none when silent', () => {
  const { stream, drawn } = screen();
  const later = () => 10_000;
  for (const progress of [createProgress(io, false, later), createProgress({ ...io, bar: stream }, true, later)]) {
    progress.show('pages', 5, 9);
    progress.stop();
  }
  expect(drawn()).toBe('');
});

test.each([
  [{ isTerminal: true, env: {} }, '\u001b[31mx\u001b[39m'],
  [{ isTerminal: false, env: {} }, 'x'],
  [{ isTerminal: true, env: { NO_COLOR: '1' } }, 'x'],
  [{ isTerminal: true, env: { NO_COLOR: '' } }, '\u001b[31mx\u001b[39m'],
  [{ isTerminal: true, env: { TERM: 'dumb' } }, 'x'],
])('ink with %j', (given, expected) => expect(createInk(given)('red', 'x')).toBe(expected));

test('tables are plain and aligned', () => {
  expect(
    summaryTable([
      ['articles', 3],
      ['out', 'public/x'],
    ]),
  ).toBe('  articles  3\n  out       public/x\n');
  expect(
    plainTable(
      ['name', 'count'],
      [
        ['a', 1],
        ['bb', 20],
      ],
    ),
  ).toBe('  name  count\n  a         1\n  bb       20\n');
});
