import type { Block, Inline, Tree } from '@handrail/content';
import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { Nodes } from './nodes.js';

afterEach(cleanup);

const openArticle = vi.fn();
const draw = (tree: Tree, images: 'draw' | 'link' = 'draw') => {
  const options = {
    base: 'https://help.example.com/k/demo/',
    images,
    openArticle,
    videoLabel: (title: string) => `Video ${title}`,
  };
  const { container } = render(<Nodes tree={tree} options={options} />);
  return container.querySelector('.prose') as HTMLElement;
};
const line = (...c: Inline[]) => draw([{ t: 'p', c }]).querySelector('p') as HTMLElement;

test('every inline kind', () => {
  const p = line(
    'plain ',
    { t: 'strong', c: ['bold'] },
    { t: 'em', c: ['soft'] },
    { t: 'del', c: ['gone'] },
    { t: 'code', v: 'x < y' },
    { t: 'br' },
    { t: 'link', href: 'https://example.com/', c: ['out'] },
    { t: 'img', src: 'a.png', alt: 'A', width: 40, height: 20 },
  );
  expect(p.innerHTML).toBe(
    'plain <strong>bold</strong><em>soft</em><del>gone</del><code>x &lt; y</code><br>' +
      '<a href="https://example.com/" target="_blank" rel="noopener nofollow ugc">out</a>' +
      '<img src="https://help.example.com/k/demo/a.png" alt="A" width="40" height="20" loading="lazy">',
  );
  expect(p.dir).toBe('auto');
});

test('a message links to its images instead of fetching them', () => {
  const image: Inline = { t: 'img', src: 'https://a.test/x.png', alt: 'A' };
  const root = draw([{ t: 'p', c: [image, { t: 'link', href: 'https://b.test/', c: [image] }] }], 'link');
  expect(root.querySelector('img')).toBeNull();
  expect([...root.querySelectorAll('a')].map(link => `${link.href} ${link.textContent}`)).toEqual([
    'https://a.test/x.png A',
    'https://b.test/ A',
  ]);
});

test('a reference opens the article in the panel', () => {
  const button = line({ t: 'ref', article: 'returns', section: 'how', c: ['Returns'] }).querySelector('button');
  fireEvent.click(button as Element);
  expect(openArticle).toHaveBeenLastCalledWith('returns', 'how');
});

test('every block kind', () => {
  const p: Block = { t: 'p', c: ['x'] };
  const root = draw([
    { t: 'h', level: 2, id: 'two', c: ['Two'] },
    { t: 'h', level: 3, id: 'three', c: ['Three'] },
    { t: 'h', level: 4, id: 'four', c: ['Four'] },
    { t: 'list', ordered: true, start: 3, items: [[p], [p, p]] },
    { t: 'list', ordered: false, items: [[{ t: 'pre', v: 'code' }]] },
    { t: 'table', align: ['end', null], head: [['A'], ['B']], rows: [[['1'], ['2']]] },
    { t: 'quote', c: [p] },
    { t: 'callout', kind: 'warning', c: [p] },
    { t: 'video', src: 'https://video.example.com/v', title: 'Fit' },
    { t: 'hr' },
  ]);
  expect([...root.children].map(child => child.tagName)).toEqual([
    'H3',
    'H4',
    'H5',
    'OL',
    'UL',
    'DIV',
    'BLOCKQUOTE',
    'DIV',
    'A',
    'HR',
  ]);
  expect(root.querySelector('ol')?.start).toBe(3);
  expect(root.querySelector('li')?.innerHTML).toBe('x');
  expect(root.querySelector('h3')?.getAttribute('data-section')).toBe('two');
  expect(root.querySelector('th')?.className).toBe('end');
  expect(root.querySelector('.table')?.getAttribute('tabindex')).toBe('0');
  expect(root.querySelector('.callout')?.className).toBe('callout warning');
  expect(root.querySelector('.callout')?.getAttribute('role')).toBe('note');
  expect(root.querySelector('a.video')?.textContent).toBe('Video Fit');
});

test('unknown kinds draw nothing', () => {
  const root = draw([
    { t: 'script', v: 'alert(1)' },
    { t: 'iframe', src: 'https://evil.test' },
    { t: 'p', c: [{ t: 'svg', c: ['x'] }, { t: 'html', v: '<img src=x onerror=alert(1)>' }, 'kept'] },
    { type: 'script', props: { children: 'alert(1)' } },
  ] as unknown as Tree);
  expect(root.innerHTML).toBe('<p dir="auto">kept</p>');
});

test('a refused address leaves its words', () => {
  expect(line({ t: 'link', href: 'javascript:alert(1)', c: ['words'] }).innerHTML).toBe('words');
  expect(line({ t: 'img', src: 'data:image/svg+xml,x', alt: 'alt' }).innerHTML).toBe('alt');
  expect(draw([{ t: 'video', src: 'javascript:alert(1)', title: 'title' }]).innerHTML).toBe('<p>title</p>');
});

const BAD = '"><img src=x onerror=alert(1)><script>alert(1)</script>';
const FAKE_NODE = { type: 'script', props: { children: 'alert(1)' }, constructor: null, __html: BAD };

test.each<[string, unknown]>([
  ['text', { t: 'p', c: [BAD] }],
  ['code', { t: 'p', c: [{ t: 'code', v: BAD }] }],
  ['pre', { t: 'pre', v: BAD, lang: BAD }],
  ['heading id', { t: 'h', level: 2, id: BAD, c: [BAD] }],
  ['heading level', { t: 'h', level: BAD, id: 'a', c: [] }],
  ['list start', { t: 'list', ordered: true, start: BAD, items: [[{ t: 'p', c: [BAD] }]] }],
  ['alignment', { t: 'table', align: [BAD], head: [[BAD]], rows: [[[BAD]]] }],
  ['callout kind', { t: 'callout', kind: BAD, c: [] }],
  ['callout of a prototype', { t: 'callout', kind: 'constructor', c: [] }],
  ['link', { t: 'p', c: [{ t: 'link', href: `https://a.test/${BAD}`, onclick: 'alert(1)', c: [BAD] }] }],
  ['image', { t: 'p', c: [{ t: 'img', src: 'a.png', alt: BAD, width: BAD, onerror: 'alert(1)' }] }],
  ['reference', { t: 'p', c: [{ t: 'ref', article: BAD, section: BAD, onclick: 'alert(1)', c: [BAD] }] }],
  ['video', { t: 'video', src: 'https://a.test', title: BAD, onclick: 'alert(1)' }],
  ['a node instead of text', { t: 'p', c: [FAKE_NODE, { t: 'code', v: FAKE_NODE }] }],
  ['markup by property', { t: 'p', c: ['x'], dangerouslySetInnerHTML: { __html: BAD } }],
])('hostile %s makes no script and no event attribute', (_, block) => {
  const root = draw([JSON.parse(JSON.stringify(block))] as Tree);
  expect(root.querySelectorAll('script, iframe, object, embed, style, [style], [srcdoc]')).toHaveLength(0);
  const names = [...root.querySelectorAll('*')].flatMap(element => element.getAttributeNames());
  expect(names.filter(name => name.startsWith('on'))).toEqual([]);
  const images = [...root.querySelectorAll('img')].map(image => image.src);
  expect(images.filter(src => !src.startsWith('https://help.example.com/k/demo/'))).toEqual([]);
});
