import type { Mark, Marker } from './marks.js';

/** A passage of an article, with the matched words in it. */
export interface Snippet {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** UTF-16 units; scripts without spaces say more in fewer. */
const LENGTH = 160;
const LENGTH_UNSPACED = 90;
/** Where a passage is looked for; longer texts are cut. */
const SEARCHED = 1500;
const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/** The passage with the most different matched terms, cut at words, `…` where something is missing. */
export function makeSnippet(source: string, mark: Marker): Snippet {
  const text = source.slice(0, SEARCHED).replace(/\s+/g, ' ').trim();
  const length = UNSPACED.test(text) ? LENGTH_UNSPACED : LENGTH;
  const marks = mark(text);
  if (text.length <= length) return { text, marks };
  const from = wordStart(text, bestStart(marks, text, length));
  const to = from + length >= text.length ? text.length : wordEnd(text, from + length);
  const before = from > 0 ? '…' : '';
  const shift = before.length - from;
  return {
    text: before + text.slice(from, to).trimEnd() + (to < text.length ? '…' : ''),
    marks: marks
      .filter(([start, end]) => start >= from && end <= to)
      .map(([start, end]) => [start + shift, end + shift]),
  };
}

function bestStart(marks: readonly Mark[], text: string, length: number): number {
  let best = 0;
  let most = 0;
  marks.forEach(([start], at) => {
    const said = new Set<string>();
    for (let other = at; other < marks.length && (marks[other]?.[1] ?? 0) <= start + length; other++) {
      const [from = 0, to = 0] = marks[other] ?? [];
      said.add(text.slice(from, to).toLowerCase());
    }
    if (said.size <= most) return;
    most = said.size;
    best = start;
  });
  return best < length / 2 ? 0 : best - 30;
}

/** Back to the start of a sentence or word. */
function wordStart(text: string, at: number): number {
  if (at <= 0) return 0;
  const sentence = text.slice(Math.max(0, at - 40), at + 1).search(/[.!?。！？]\s*[^.!?。！？]*$/);
  if (sentence >= 0) {
    const begin = Math.max(0, at - 40) + sentence + 1;
    return text[begin] === ' ' ? begin + 1 : begin;
  }
  if (UNSPACED.test(text[at] ?? '')) return at;
  const space = text.lastIndexOf(' ', at);
  return space < at - 25 ? at : space + 1;
}

function wordEnd(text: string, at: number): number {
  if (UNSPACED.test(text[at] ?? '')) return at;
  const space = text.lastIndexOf(' ', at);
  return space < at - 25 ? at : space;
}
