import type { Line } from './lines.js';

/** The four weights of a callout, and `details` for text that folds away. */
export type BoxKind = 'NOTE' | 'TIP' | 'WARNING' | 'DANGER' | 'details';

const KINDS: Readonly<Record<string, BoxKind>> = {
  note: 'NOTE',
  info: 'NOTE',
  important: 'NOTE',
  abstract: 'NOTE',
  summary: 'NOTE',
  tldr: 'NOTE',
  todo: 'NOTE',
  question: 'NOTE',
  help: 'NOTE',
  faq: 'NOTE',
  example: 'NOTE',
  quote: 'NOTE',
  cite: 'NOTE',
  secondary: 'NOTE',
  tip: 'TIP',
  hint: 'TIP',
  success: 'TIP',
  check: 'TIP',
  done: 'TIP',
  warning: 'WARNING',
  caution: 'WARNING',
  attention: 'WARNING',
  danger: 'DANGER',
  error: 'DANGER',
  failure: 'DANGER',
  fail: 'DANGER',
  missing: 'DANGER',
  bug: 'DANGER',
  details: 'details',
};

/** What the generators' names for boxes mean here; `null` for other names. */
export function boxKind(name: string): BoxKind | null {
  return KINDS[name.toLowerCase()] ?? null;
}

/** A box as Markdown: a callout with its title behind its mark; text that folds away as `<details>`. */
export function boxLines(
  kind: BoxKind,
  title: string,
  content: readonly Line[],
  { indent = '', line }: { readonly indent?: string; readonly line: number },
): Line[] {
  const inner = trim(content);
  const end = { text: '', line: content.at(-1)?.line ?? line };
  if (kind === 'details') {
    const head = ['', '<details>', `<summary>${plain(title)}</summary>`, ''];
    const body = inner.map(each => ({ text: each.text === '' ? '' : `${indent}${each.text}`, line: each.line }));
    return [
      ...head.map(text => ({ text: text === '' ? '' : `${indent}${text}`, line })),
      ...body,
      end,
      { ...end, text: `${indent}</details>` },
      end,
    ];
  }
  const head = title === '' ? [`[!${kind}]`] : [`[!${kind}] ${title}`, ...(inner.length === 0 ? [] : [''])];
  return [
    { text: '', line },
    ...head.map(text => ({ text: `${indent}> ${text}`.trimEnd(), line })),
    ...inner.map(each => ({ text: `${indent}> ${each.text}`.trimEnd(), line: each.line })),
    end,
  ];
}

/** A title inside of HTML, where Markdown is not read. */
function plain(title: string): string {
  const words = title.replace(/`([^`]*)`|\*\*([^*]*)\*\*/g, '$1$2');
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** One of several parts, as of tabs: its title in bold, then its content. */
export function partLines(
  title: string,
  content: readonly Line[],
  { indent = '', line }: { readonly indent?: string; readonly line: number },
): Line[] {
  const head = title === '' ? [''] : ['', `${indent}**${title}**`, ''];
  return [
    ...head.map(text => ({ text, line })),
    ...trim(content).map(each => ({ text: each.text === '' ? '' : `${indent}${each.text}`, line: each.line })),
    { text: '', line: content.at(-1)?.line ?? line },
  ];
}

function trim(lines: readonly Line[]): readonly Line[] {
  const filled = ({ text }: Line) => text.trim() !== '';
  return lines.slice(Math.max(0, lines.findIndex(filled)), lines.findLastIndex(filled) + 1);
}

/** Takes up to `width` leading spaces off each line. */
export function dedent(lines: readonly Line[], width: number): Line[] {
  const spaces = new RegExp(`^(?: {0,${width}})`);
  return lines.map(({ text, line }) => ({ text: text.replace(spaces, ''), line }));
}
