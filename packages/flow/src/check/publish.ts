import type { Tree } from '@handrail/content';
import { readMarkdown } from '@handrail/content/markdown';
import { builtinFlow } from '../builtin/builtinFlow.js';
import type { PublishedFlow } from '../publishedFlow.js';
import type { FlowDefinition } from '../schema.js';
import { botTexts } from '../turn.js';
import { labelKeys } from './checkTexts.js';
import { type FlowError, flowError, pointer } from './flowError.js';
import { validate } from './validateDefinition.js';

/** The flow ready to run, or what is wrong with its definition. */
export type PublishResult = { readonly flow: PublishedFlow } | { readonly errors: readonly FlowError[] };

/**
 * Validates a definition and turns its Markdown into token trees, locale by locale. What the rules say and the
 * definition does not bring is taken from the built-in flow. Markdown that would lose something (raw HTML, a link that
 * is not allowed) is an error, so that nobody publishes a text with a hole in it.
 */
export function publish(definition: unknown): PublishResult {
  const checked = validate(definition);
  if ('errors' in checked) return checked;
  const { definition: source } = checked;
  const errors: FlowError[] = [];
  const texts = Object.fromEntries(source.locales.map(locale => [locale, compileTexts(source, locale, errors)]));
  if (errors.length > 0) return { errors };
  const { $schema: _, format: __, texts: ___, ...rest } = source;
  return { flow: { ...rest, texts } };
}

function compileTexts(source: FlowDefinition, locale: string, errors: FlowError[]): Record<string, Tree> {
  const trees: Record<string, Tree> = {};
  for (const name of botTexts) {
    const tree = builtinFlow.texts[locale]?.[`bot.${name}`];
    if (tree) trees[`bot.${name}`] = tree;
  }
  const labels = labelKeys(source);
  for (const [key, byLocale] of Object.entries(source.texts)) {
    const text = byLocale[locale];
    if (text === undefined) continue;
    const { tree, warnings } = readMarkdown(text);
    trees[key] = tree;
    const path = pointer('texts', key, locale);
    if (labels.has(key) && !(tree.length === 1 && tree[0]?.t === 'p'))
      errors.push(flowError(path, 'one paragraph, as it is a label', text));
    errors.push(...warnings.map(warning => flowError(path, 'Markdown that is kept whole', warning.message)));
  }
  return trees;
}
