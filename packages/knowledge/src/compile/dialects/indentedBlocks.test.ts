import { expect, test } from 'vitest';
import { readIndentedBlocks } from './indentedBlocks.js';
import { toLines } from './lines.js';

const read = (text: string) =>
  readIndentedBlocks(toLines(text))
    .map(line => line.text)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

test.each([
  ['!!! note "Mind this"\n\n    A\n\n    - b\n\nC', '> [!NOTE] Mind this\n>\n> A\n>\n> - b\n\nC'],
  ['!!! warning\n    A', '> [!WARNING]\n> A'],
  ['!!! danger ""\n    A', '> [!DANGER]\n> A'],
  ['!!! tip inline end "Side"\n    A', '> [!TIP] Side\n>\n> A'],
  ['!!! pied-piper\n    A', '> [!NOTE] Pied-piper\n>\n> A'],
  ['??? question "Why?"\n    A', '<details>\n<summary>Why?</summary>\n\nA\n\n</details>'],
  ['???+ note\n    A', '<details>\n<summary>Note</summary>\n\nA\n\n</details>'],
  ['=== "Mac"\n\n    A\n\n=== "Windows"\n\n    B', '**Mac**\n\nA\n\n**Windows**\n\nB'],
  ['- x\n\n    !!! tip\n        A', '- x\n\n    > [!TIP]\n    > A'],
  ['!!! note', '> [!NOTE]'],
  ['!!! what is this', '> [!NOTE] What'],
  ['```\n!!! note\n    A\n```', '```\n!!! note\n    A\n```'],
])('%j', (given, expected) => expect(read(given)).toBe(expected));

test('blocks in each other, code in blocks', () => {
  const text = '=== "One"\n\n    !!! tip\n\n        ```py\n        !!! no\n        ```\n\n    End';
  expect(read(text)).toBe('**One**\n\n> [!TIP]\n> ```py\n> !!! no\n> ```\n\nEnd');
});
