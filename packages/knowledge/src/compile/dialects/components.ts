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
  const open = createOpenTags();
  return joined.flatMap((each, at): Line[] => {
    const text = each.text.replace(new RegExp(`^ {0,${open.width()}}`), '');
    const tags = code[at] ? [] : findTags(hideSpans(text)).tags;
    if (tags.length === 0) return [{ text, line: each.line }];
    for (const { kind, name } of tags) {
      if (rules[name] || kind === 'close') continue;
      remark(each.line, `component left out: <${name}>${kind === 'self' ? '' : ', its text was kept'}`);
    }
    return replaceTags(text, tags, rules, open, joined.slice(at + 1)).map(made => ({ text: made, line: each.line }));
  });
}

/** The components that are open, and how far in what they hold stands. */
function createOpenTags() {
  const open: { readonly tag: Tag; readonly width: number }[] = [];
  const width = () => open.at(-1)?.width ?? 0;
  return {
    width,
    add(tag: Tag, behind: string, following: readonly Line[]) {
      open.push({ tag, width: widthInside(behind, following, width()) });
    },
    /** The tag that a closing one belongs to. */
    close(tag: Tag): Tag {
      const at = open.findLastIndex(each => each.tag.name === tag.name);
      return at < 0 ? tag : (open.splice(at)[0]?.tag ?? tag);
    },
  };
}

function replaceTags(
  text: string,
  tags: readonly Tag[],
  rules: ComponentRules,
  open: ReturnType<typeof createOpenTags>,
  following: readonly Line[],
): string[] {
  const made: string[] = [''];
  const add = (words: string) => {
    made[made.length - 1] += words;
  };
  const others = tags.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
  // Inside of a sentence a component that leaves nothing does not break the line.
  const block = (texts: readonly string[] = []) => {
    if (others.trim() === '' || texts.length > 0) made.push(...texts, '');
  };
  let at = 0;
  for (const tag of tags) {
    add(text.slice(at, tag.start));
    at = tag.end;
    const rule = rules[tag.name];
    const { attributes } = tag.kind === 'close' ? open.close(tag) : tag;
    if (tag.kind === 'open') open.add(tag, text.slice(tag.end), following);
    if (rule?.inline) {
      const [before, behind] = rule.inline(attributes);
      add(tag.kind === 'open' ? before : tag.kind === 'close' ? behind : before + behind);
    } else {
      if (tag.kind !== 'close') block(rule?.open?.(attributes));
      if (tag.kind !== 'open') block(rule?.close?.(attributes));
    }
  }
  add(text.slice(at));
  return made.map(each => (each.trim() === '' ? '' : each));
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
  let from = 0;
  const parts: string[] = [];
  for (const [start, end] of codeSpans(text)) {
    parts.push(text.slice(from, start), ' '.repeat(end - start));
    from = end;
  }
  return parts.join('') + text.slice(from);
}
