import type { Block, Inline, Tree } from '@handrail/content';
import { fireEvent, render } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { drawForArticle } from './drawForArticle.js';
import { Nodes } from './nodes.js';
import type { RenderText } from './renderOptions.js';

const openArticle = vi.fn();
const draw = (tree: Tree, images: 'draw' | 'link' = 'draw') => {
  const own = images === 'draw' ? { draw: drawForArticle } : {};
  const options = {
    base: 'https://help.example.com/k/demo/',
    images,
    openArticle,
    ...own,
    say: (text: RenderText, values = {}) => [text, ...Object.values(values)].join(' '),
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
    { t: 'code', as: 'kbd', v: 'Esc' },
    { t: 'em', as: 'sub', c: ['2'] },
    { t: 'em', as: 'sup', c: ['3'] },
    { t: 'br' },
    { t: 'link', href: 'https://example.com/', c: ['out'] },
    { t: 'img', src: 'a.png', alt: 'A', width: 40, height: 20 },
  );
  expect(p.innerHTML).toBe(
    'plain <strong>bold</strong><em>soft</em><del>gone</del><code>x &lt; y</code><kbd>Esc</kbd><sub>2</sub><sup>3</sup><br>' +
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
  expect(root.querySelector('.callout')?.getAttribute('aria-label')).toBe('kindWarning');
  expect(root.querySelector('a.video')?.textContent).toBe('playInTab: Fit');
});

test('a folded part opens by its summary', () => {
  const root = draw([
    {
      t: 'quote',
      fold: true,
      c: [
        { t: 'p', c: ['How long?'] },
        { t: 'p', c: ['Two days.'] },
      ],
    },
  ]);
  const fold = root.querySelector('details') as HTMLDetailsElement;
  expect(fold.open).toBe(false);
  expect(fold.querySelector('summary')?.textContent).toBe('How long?');
  expect(fold.textContent).toBe('How long?Two days.');
});

test('a callout may have a title, a table heads of rows and none of columns', () => {
  const root = draw([
    {
      t: 'callout',
      kind: 'tip',
      titled: true,
      c: [
        { t: 'p', c: ['Pack dry'] },
        { t: 'p', c: ['Then close.'] },
      ],
    },
    { t: 'table', align: [null, null], head: [[], []], rows: [[['EU'], ['€5']]], rowHead: true },
  ]);
  expect([...root.querySelectorAll('.callout p')].map(p => p.innerHTML)).toEqual([
    '<strong>Pack dry</strong>',
    'Then close.',
  ]);
  expect(root.querySelector('thead')).toBeNull();
  expect(root.querySelector('th')?.scope).toBe('row');
});

test('a mark leads to its footnote and back to where one was, opening what is folded', () => {
  Element.prototype.scrollIntoView = vi.fn();
  const mark: Block = { t: 'p', c: ['a', { t: 'noteref', n: 1 }] };
  const root = draw([
    mark,
    { t: 'quote', fold: true, c: [{ t: 'p', c: ['b'] }, mark] },
    { t: 'list', ordered: true, notes: true, items: [[{ t: 'p', c: ['Why.'] }]] },
  ]);
  const marks = [...root.querySelectorAll<HTMLElement>('.note-mark')];
  const focused = () => (root.getRootNode() as Document).activeElement;
  fireEvent.click(marks[1] as Element);
  expect(focused()).toBe(root.querySelector('[data-note="1"]'));
  expect(root.querySelector('section')?.getAttribute('aria-label')).toBe('notes');
  expect(marks[0]?.getAttribute('aria-label')).toBe('noteMark 1');
  const back = root.querySelector('.note-back') as HTMLElement;
  expect(back.getAttribute('aria-label')).toBe('noteBack 1');
  fireEvent.click(back);
  expect(focused()).toBe(marks[1]);
  expect(root.querySelector('details')?.open).toBe(true);
});

test('nothing is asked of a video before the click', () => {
  const root = draw([{ t: 'video', src: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ', title: 'Fit' }]);
  expect(root.querySelector('iframe, video, img')).toBeNull();
  const button = root.querySelector('button') as HTMLElement;
  expect(button.textContent).toBe('playVideo FitplayFrom youtube-nocookie.com');
  fireEvent.click(button);
  const frame = root.querySelector('iframe') as HTMLIFrameElement;
  expect(frame.src).toBe('https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1');
  expect(frame.title).toBe('Fit');
  expect(root.querySelector('a')?.href).toBe('https://www.youtube.com/watch?v=dQw4w9WgXcQ');
});

test('a video file belongs to the knowledge files; one that fails is a link', () => {
  const root = draw([{ t: 'video', src: 'images/a.mp4', title: 'Fit' }]);
  fireEvent.click(root.querySelector('button') as Element);
  const video = root.querySelector('video') as HTMLVideoElement;
  expect(video.src).toBe('https://help.example.com/k/demo/images/a.mp4');
  fireEvent.error(video);
  expect(root.querySelector('a.video')?.getAttribute('href')).toBe(video.src);
});

test('a message has a link for a video, a number for a footnote, and nothing folded', () => {
  const fold: Block = {
    t: 'quote',
    fold: true,
    c: [
      { t: 'p', c: ['a'] },
      { t: 'p', c: ['b'] },
    ],
  };
  expect(draw([fold], 'link').querySelector('blockquote')?.textContent).toBe('ab');
  expect(draw([{ t: 'p', c: [{ t: 'noteref', n: 2 }] }], 'link').innerHTML).toBe('<p dir="auto"><sup>2</sup></p>');
  const root = draw([{ t: 'video', src: 'https://vimeo.com/76979871', title: 'Fit' }], 'link');
  expect(root.querySelector('button')).toBeNull();
  expect(root.querySelector('a')?.href).toBe('https://vimeo.com/76979871');
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
  ['fold', { t: 'quote', fold: BAD, c: [{ t: 'p', c: [BAD] }] }],
  ['callout title', { t: 'callout', kind: 'tip', titled: BAD, c: [{ t: 'h', level: 2, id: BAD, c: [BAD] }] }],
  ['notes', { t: 'list', ordered: true, notes: BAD, items: [[{ t: 'p', c: [{ t: 'noteref', n: BAD }] }]] }],
  [
    'small kinds',
    {
      t: 'p',
      c: [
        { t: 'em', as: BAD, c: [BAD] },
        { t: 'code', as: BAD, v: BAD },
      ],
    },
  ],
  ['video address', { t: 'video', src: { href: BAD }, title: FAKE_NODE }],
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
