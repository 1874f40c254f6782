/** Cuts a text that comes in pieces into sentences; marks such as `[1]` behind a sentence belong to it. */
export interface SentenceReader {
  /** Sentences that are whole now. */
  add(piece: string): Sentence[];
  /** What is left. */
  end(): Sentence[];
}

/** A sentence with the white space around it, without its marks, and the numbers they name. */
export interface Sentence {
  readonly text: string;
  readonly marks: readonly number[];
}

const MARK = /\[(\d{1,2}(?:\s*,\s*\d{1,2})*)\]/g;
/** A mark that may not have ended. */
const OPEN_MARK = /\[[\d,\s]*$/;

/** While a text is cut, a mark is one character of the private use area: the brackets would count as ends of sentences. */
const FIRST = 0xe000;
const SIGN = /[\ue000-\ue0ff]/g;
const LEADING = /^[\s\ue000-\ue0ff]*[\ue000-\ue0ff]\s*/;

/** By the rules of Unicode's text segmentation (UAX #29), in the language. */
export function createSentenceReader(locale: string): SentenceReader {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' });
  let rest = '';
  let open = '';

  function cut(): string[] {
    const sentences: string[] = [];
    for (const { segment } of segmenter.segment(rest)) {
      const behind = sentences.length > 0 ? (LEADING.exec(segment)?.[0] ?? '') : '';
      if (behind !== '') sentences.push(`${sentences.pop()}${behind}`);
      if (segment.length > behind.length) sentences.push(segment.slice(behind.length));
    }
    return sentences;
  }
  return {
    add(piece) {
      const text = open + piece.replace(SIGN, '');
      open = OPEN_MARK.exec(text)?.[0] ?? '';
      rest += text.slice(0, text.length - open.length).replace(MARK, (_, numbers: string) => signsOf(numbers));
      const sentences = cut();
      // The last may go on or get marks.
      rest = sentences.pop() ?? '';
      return sentences.map(asSentence);
    },
    end() {
      rest += open;
      open = '';
      const sentences = cut();
      rest = '';
      return sentences.map(asSentence).filter(({ text, marks }) => text.trim() !== '' || marks.length > 0);
    },
  };
}

const signsOf = (numbers: string) =>
  numbers
    .split(',')
    .map(number => String.fromCharCode(FIRST + Number(number)))
    .join('');

function asSentence(cut: string): Sentence {
  const marks = [...cut.matchAll(SIGN)].map(([sign]) => sign.charCodeAt(0) - FIRST);
  return { text: cut.replace(/[ \t]*[\ue000-\ue0ff]/g, ''), marks: [...new Set(marks)] };
}
