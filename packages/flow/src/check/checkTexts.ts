import { builtinFlow } from '../builtin/builtinFlow.js';
import type { FlowDefinition, FlowStep } from '../schema.js';
import { botTexts } from '../turn.js';
import { type FlowError, flowError, pointer } from './flowError.js';

/** Texts a step or an intent names that are not there, and texts that lack one of the flow's locales. */
export function checkTexts(flow: FlowDefinition): readonly FlowError[] {
  const { texts, locales } = flow;
  const errors: FlowError[] = [];
  for (const { path, key } of usesOf(flow)) {
    if (!Object.hasOwn(texts, key) && !isBotText(key))
      errors.push(flowError(path, 'a key of /texts', key, Object.keys(texts)));
  }
  for (const key of new Set([...Object.keys(texts), ...botTexts.map(name => `bot.${name}`)])) {
    for (const locale of locales) {
      const given = texts[key]?.[locale] ?? (isBotText(key) ? builtinFlow.texts[locale]?.[key] : undefined);
      if (given === undefined) errors.push(flowError(pointer('texts', key, locale), `a text in ${locale}`, undefined));
    }
  }
  return errors;
}

/** Whether the key is one of the texts the rules need. */
export function isBotText(key: string): boolean {
  return botTexts.some(name => key === `bot.${name}`);
}

/** Keys of texts that stand on buttons, beside fields and on cards. */
export function labelKeys(flow: FlowDefinition): ReadonlySet<string> {
  return new Set(
    usesOf(flow)
      .filter(use => /\/(?:label|title|value)$/.test(use.path))
      .map(use => use.key),
  );
}

function usesOf({ steps, intents = {} }: FlowDefinition): { path: string; key: string }[] {
  return [
    ...Object.entries(steps).flatMap(([id, step]) => textsOf(id, step)),
    ...Object.entries(intents).map(([id, { label }]) => ({ path: pointer('intents', id, 'label'), key: label })),
  ];
}

function textsOf(id: string, step: FlowStep): { path: string; key: string }[] {
  const use = (key: string, ...parts: (string | number)[]) => ({ path: pointer('steps', id, ...parts), key });
  const uses = [];
  if ('text' in step && step.text !== undefined) uses.push(use(step.text, 'text'));
  if (step.type === 'ask') {
    if (step.invalid !== undefined) uses.push(use(step.invalid, 'invalid'));
    uses.push(...(step.choices ?? []).map((one, index) => use(one.label, 'choices', index, 'label')));
  }
  if (step.type === 'survey') {
    for (const end of ['least', 'most'] as const) if (step[end] !== undefined) uses.push(use(step[end], end, 'label'));
  }
  if (step.type === 'action' && step.confirm !== undefined) uses.push(use(step.confirm, 'confirm'));
  if (step.type === 'say' && step.card) {
    const { title, facts = [], link } = step.card;
    uses.push(use(title, 'card', 'title'));
    for (const [index, fact] of facts.entries())
      uses.push(use(fact.label, 'card', 'facts', index, 'label'), use(fact.value, 'card', 'facts', index, 'value'));
    if (link) uses.push(use(link.label, 'card', 'link', 'label'));
  }
  if (step.type === 'form') {
    step.fields.forEach((field, index) => {
      uses.push(use(field.label, 'fields', index, 'label'));
      uses.push(
        ...(field.choices ?? []).map((one, place) => use(one.label, 'fields', index, 'choices', place, 'label')),
      );
    });
  }
  return uses;
}
