import { classesOf, type ReadElement, wordsOf } from './walk.js';

/** Boxes of the common highlighters around a `pre`. */
const BOX =
  /^(?:language-|lang-|highlight|code-?block|theme-code-block|expressive-code|literal-block-wrapper|prism-|shiki|snippet)/i;
const GUTTER =
  '.ln, .lnt, .linenos, .lineno, .line-number, .line-numbers, .line-numbers-rows, .line-numbers-wrapper, .gutter, .rouge-gutter, .hljs-ln-numbers, .ec-line .gutter, button, .sr-only, .copy, .copy-btn';
const LINE = /^(?:line|token-line|code-line|ec-line|view-line)$/;
const TITLE = 'figcaption, [class*="codeBlockTitle"], .filename, .code-block-caption, .code-title';
const LANGUAGE = /^(?:language|lang|highlight-source|highlight)-([\w+#.-]+)$/i;
const NO_LANGUAGE = new Set(['none', 'default', 'notranslate', 'text', 'txt', 'plain', 'plaintext', 'source']);

/** `pre`, with or without the boxes, line numbers and buttons a highlighter puts around it. */
export const readCode: ReadElement = (element, walk) => {
  const isBox = element.tagName !== 'PRE' && classesOf(element).some(name => BOX.test(name));
  if (element.tagName !== 'PRE' && !isBox) return null;
  const found = element.tagName === 'PRE' ? [element] : Array.from(element.querySelectorAll('pre'));
  const pres = found.filter(pre => !isGutter(pre, element));
  const pre = pres[0];
  if (pres.length !== 1 || !pre) return null;
  if (isBox && hasMore(element, pre)) return null;
  const v = codeText(pre).replace(/^\n+|\s+$/g, '');
  if (v === '') return [];
  const title = isBox ? element.querySelector(TITLE) : null;
  const name = title && !pre.contains(title) ? wordsOf(title) : '';
  const lang = languageOf(pre, walk.taken);
  const code = { t: 'pre' as const, ...(lang === undefined ? {} : { lang }), v };
  return name === '' ? [code] : [{ t: 'p', c: [{ t: 'strong', c: [name] }] }, code];
};

function isGutter(pre: Element, box: Element): boolean {
  if (pre !== box && pre.closest('.gutter, .rouge-gutter, .linenos') !== null) return true;
  const numbers = pre.querySelector('.lnt, .lineno');
  return numbers !== null && codeText(pre).trim() === '';
}

/** A box that holds prose too is no code block. */
function hasMore(box: Element, pre: Element): boolean {
  return Array.from(box.querySelectorAll('p, ul, ol, h1, h2, h3, h4')).some(other => !pre.contains(other));
}

function codeText(pre: Element): string {
  let out = '';
  const add = (parent: Node) => {
    for (const node of Array.from(parent.childNodes)) {
      if (node.nodeType === 3) out += node.nodeValue ?? '';
      if (node.nodeType !== 1) continue;
      const element = node as Element;
      if (element.matches(GUTTER)) continue;
      const isLine = /^(?:DIV|TR|LI|P)$/.test(element.tagName) || classesOf(element).some(name => LINE.test(name));
      if (element.tagName === 'BR' || (isLine && out !== '' && !out.endsWith('\n'))) out += '\n';
      add(element);
    }
  };
  add(pre);
  return out.replace(/\r\n?/g, '\n').replace(/[\u200b\ufeff]/g, '');
}

function languageOf(pre: Element, stop: ReadonlySet<Node>): string | undefined {
  const near: (Element | null)[] = [pre.querySelector('code'), pre];
  for (let parent = pre.parentElement; parent && near.length < 10 && !stop.has(parent); parent = parent.parentElement) {
    near.push(parent);
  }
  const named = near.flatMap(element => {
    if (element === null) return [];
    const given = element.getAttribute('data-language') ?? element.getAttribute('data-lang');
    return [...(given ? [given] : []), ...classesOf(element).flatMap(name => LANGUAGE.exec(name)?.[1] ?? [])];
  });
  return named.map(name => name.replace(/^source-/, '')).find(name => !NO_LANGUAGE.has(name.toLowerCase()));
}
