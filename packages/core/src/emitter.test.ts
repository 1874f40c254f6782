import { expect, test } from 'vitest';
import { createEmitter } from './emitter.js';

test('on, once, off and the returned unsubscribe', () => {
  const emitter = createEmitter<{ a: number }>(() => {});
  const heard: string[] = [];
  const off = emitter.on('a', n => heard.push(`on ${n}`));
  const once = (n: number) => heard.push(`once ${n}`);
  emitter.once('a', once);
  emitter.emit('a', 1);
  emitter.emit('a', 2);
  emitter.once('a', once);
  emitter.off('a', once);
  off();
  emitter.emit('a', 3);
  expect(heard).toEqual(['on 1', 'once 1', 'on 2']);
});

test('a listener that throws stops nobody, and the throw is told with its type', () => {
  const failures: unknown[] = [];
  const heard: number[] = [];
  const emitter = createEmitter<{ a: number }>((error, type) => failures.push([String(error), type]));
  emitter.on('a', () => {
    throw new Error('no');
  });
  emitter.on('a', n => heard.push(n));
  emitter.emit('a', 1);
  expect([heard, failures]).toEqual([[1], [['Error: no', 'a']]]);
});

test('listening and leaving while told changes the next round only', () => {
  const emitter = createEmitter<{ a: number }>(() => {});
  const heard: string[] = [];
  emitter.once('a', () => {
    heard.push('outer');
    emitter.on('a', () => heard.push('inner'));
  });
  emitter.emit('a', 1);
  emitter.emit('a', 2);
  emitter.clear();
  emitter.emit('a', 3);
  expect(heard).toEqual(['outer', 'inner']);
});
