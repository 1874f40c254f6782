import { codeLines, codeSpans } from './code.js';
import type { Line, Remark } from './lines.js';
import { findTags, type Tag } from './tags.js';

/** What a component leaves: lines of their own, or words in the line. `null` and a missing rule leave its content alone. */
export interface ComponentRule {
  readonly open?: (attributes: Tag['attributes']) => readonly string[];
  readonly close?: (attributes: Tag['attributes']) => readonly string[];
  /** Instead of lines of their own: words before and behind what it holds. */
  readonly inline?: (attributes: Tag['attributes']) => readonly [string, string];
}

/** Rules by name; a component without one leaves its text, with a remark. */
export type ComponentRules = Readonly<Record<string, ComponentRule>>;

/**
 * Replaces the components of MDX and Vue by what their rules say. What a component holds is moved out by its
 * indentation, which would make it code in Markdown.
 */
export function readComponents(lines: readonly Line[], rules: ComponentRules, remark: Remark): Line[] {
  const joined = joinTags(lines);
  const code = codeLines(joined);
  const out: Line[] = [];
  const open: { readonly tag: Tag; readonly width: number }[] = [];
  joined.forEach((each, at) => {
    const width = open.at(-1)?.width ?? 0;
    const text = each.text.replace(new RegExp(`^ {0,${width}}`), '');
    if (code[at]) {
      out.push({ text, line: each.line });
      return;
    }
    const { tags } = findTags(hideSpans(text));
    if (tags.length === 0) out.push({ text, line: each.line });
    else out.push(...replaceTags(text, each.line, tags, joined.slice(at + 1)));
  });
  return out;

  function replaceTags(text: string, line: number, tags: readonly Tag[], following: readonly Line[]): Line[] {
    const made: string[] = [''];
    const add = (words: string) => {
      made[made.length - 1] += words;
    };
    const alone =
      tags.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text).trim() === '';
    // Inside of a sentence a component that leaves nothing does not break the line.
    const block = (texts: readonly string[] = []) => {
      if (alone || texts.length > 0) made.push(...texts, '');
    };
    let at = 0;
    for (const tag of tags) {
      add(text.slice(at, tag.start));
      at = tag.end;
      const rule = rules[tag.name];
      if (!rule && tag.kind !== 'close')
        remark(line, `component left out: <${tag.name}>${tag.kind === 'self' ? '' : ', its text was kept'}`);
      const opener = tag.kind === 'close' ? closeTag(tag) : tag;
      if (tag.kind === 'open')
        open.push({ tag, width: widthInside(text.slice(tag.end), following, open.at(-1)?.width ?? 0) });
      if (rule?.inline) {
        const [before, behind] = rule.inline(opener.attributes);
        add(tag.kind === 'open' ? before : tag.kind === 'close' ? behind : before + behind);
      } else {
        if (tag.kind !== 'close') block(rule?.open?.(tag.attributes));
        if (tag.kind !== 'open') block(rule?.close?.(opener.attributes));
      }
    }
    add(text.slice(at));
    return made.map(each => ({ text: each.trim() === '' ? '' : each, line }));
  }

  function closeTag(tag: Tag): Tag {
    const at = open.findLastIndex(each => each.tag.name === tag.name);
    if (at < 0) return tag;
    const [found] = open.splice(at);
    return found?.tag ?? tag;
  }
}

/** How far in the content of a component stands: as its first line does, when that is a line of its own. */
function widthInside(behind: string, following: readonly Line[], outer: number): number {
  if (behind.trim() !== '') return outer;
  const first = following.find(({ text }) => text.trim() !== '')?.text ?? '';
  return Math.max(outer, first.length - first.trimStart().length);
}

/** Puts tags that go over several lines on one; a tag holds no empty line. */
function joinTags(lines: readonly Line[]): Line[] {
  const code = codeLines(lines);
  const out: Line[] = [];
  for (let at = 0; at < lines.length; at++) {
    const first = lines[at];
    if (!first) break;
    let { text } = first;
    let last = at;
    while (!code[at] && findTags(hideSpans(text)).unfinished && lines[last + 1]?.text.trim()) {
      text += ` ${lines[++last]?.text.trim() ?? ''}`;
    }
    const whole = !findTags(hideSpans(text)).unfinished;
    out.push(whole ? { text, line: first.line } : first);
    if (whole) at = last;
  }
  return out;
}

/** Code spans in a line hold no tags; blanks of the same length keep the places. */
function hideSpans(text: string): string {
  let hidden = text;
  for (const [start, end] of codeSpans(text)) {
    hidden = hidden.slice(0, start) + ' '.repeat(end - start) + hidden.slice(end);
  }
  return hidden;
}
