import { render, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { Spoken } from './Spoken.js';

test('addresses in a plain text are links that give nothing away, the words stay the same', () => {
  const text = '看https://shop.example/x，谢谢\nana@shop.example. javascript:alert(1)';
  render(<Spoken text={text} />);
  const links = screen.getAllByRole('link');
  expect(links.map(link => link.getAttribute('href'))).toEqual(['https://shop.example/x', 'mailto:ana@shop.example']);
  for (const link of links) expect(link.getAttribute('rel')).toBe('noopener nofollow noreferrer ugc');
  expect(document.querySelector('.plain')?.textContent).toBe(text);
});
