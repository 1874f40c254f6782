import { expect, test } from 'vitest';
import { cutText } from './cutText.js';

test('cuts between characters and drops half ones', () => {
  expect(['abc', 'a😀b', '😀', 'a\udc00b'].map(text => cutText(text, 2))).toEqual(['ab', 'a', '😀', 'a']);
  expect(cutText('short', 100)).toBe('short');
});
