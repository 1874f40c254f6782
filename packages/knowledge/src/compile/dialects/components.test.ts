import { expect, test } from 'vitest';
import { readComponents } from './components.js';
import { toLines } from './lines.js';
import { findTags } from './tags.js';

const RULES = {
  Tabs: {},
  TabItem: { open: ({ label = '' }) => ['', `**${label}**`, ''] },
  Aside: { open: ({ type = 'note' }) => [`:::::${type}`], close: () => [':::::'] },
  Link: { inline: ({ to = '' }): readonly [string, string] => ['[', `](${to})`] },
};

function read(text: string) {
  const remarks: string[] = [];
  const lines = readComponents(toLines(text), RULES, (line, message) => remarks.push(`${line}: ${message}`));
  return {
    text: lines
      .map(line => line.text)
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    remarks,
  };
}

test('tabs become parts, moved out by their indentation', () => {
  const text = `<Tabs>
  <TabItem value="a" label="On a phone">
    Text

    \`\`\`js
    <Tabs>
    \`\`\`
  </TabItem>
  <TabItem
    value="b"
    label={'On a computer'}
  >
    More
  </TabItem>
</Tabs>
After`;
  expect(read(text)).toEqual({
    text: '**On a phone**\n\nText\n\n```js\n<Tabs>\n```\n\n**On a computer**\n\nMore\n\nAfter',
    remarks: [],
  });
});

test('boxes and links', () => {
  expect(read('<Aside type="tip">Look at <Link to="/x">this</Link>.</Aside>').text).toBe(
    ':::::tip\nLook at [this](/x).\n:::::',
  );
});

test('an unknown component leaves its text, with a remark', () => {
  expect(read('A\n\n<Fancy on={() => { x > 1 }}>kept</Fancy>\n\n<Chart data={[1, 2]} />')).toEqual({
    text: 'A\n\nkept',
    remarks: ['3: component left out: <Fancy>, its text was kept', '5: component left out: <Chart>'],
  });
});

test('code, HTML and comparisons are no components', () => {
  const text = 'Use `<Tabs>` or ``<Link to="`">``, <b>bold</b>, a <B and 1 <T.';
  expect(read(text)).toEqual({ text, remarks: [] });
});

test('attributes in every form', () => {
  expect(findTags(`<A b="1" c='2' d={"3"} e={\`4\`} f g={h} />`).tags[0]?.attributes).toMatchObject({
    b: '1',
    c: '2',
    d: '3',
    e: '4',
    f: '',
    g: '',
  });
});

test('a component inside a sentence does not break it', () => {
  expect(read('This is <Fancy color="red">green</Fancy>!').text).toBe('This is green!');
});
