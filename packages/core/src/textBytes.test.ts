import { expect, test } from 'vitest';
import { textBytes } from './textBytes.js';

test.each(['', 'abc', 'é', '語', '😀', 'a\u0000b', '\ud800', 'mixed é語😀'])('counts like TextEncoder: %j', text => {
  expect(textBytes(text)).toBe(new TextEncoder().encode(text).length);
});
