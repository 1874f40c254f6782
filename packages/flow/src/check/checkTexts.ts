import { builtinFlow } from '../builtin/builtinFlow.js';
import type { FlowDefinition, FlowStep } from '../schema.js';
import { botTexts } from '../turn.js';
import { type FlowError, flowError, pointer } from './flowError.js';

/** Texts a step names that are not there, and texts that lack one of the flow's locales. */
export function checkTexts({ texts, locales, steps }: FlowDefinition): readonly FlowError[] {
  const errors: FlowError[] = [];
  for (const [id, step] of Object.entries(steps)) {
    for (const { path, key } of textsOf(id, step)) {
      if (!Object.hasOwn(texts, key) && !isBotText(key)) errors.push(flowError(path, 'a key of /texts', key));
    }
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

/** Keys of texts that stand on buttons and beside fields. */
export function labelKeys({ steps }: FlowDefinition): ReadonlySet<string> {
  const uses = Object.entries(steps).flatMap(([id, step]) => textsOf(id, step));
  return new Set(uses.filter(use => use.path.endsWith('/label')).map(use => use.key));
}

function textsOf(id: string, step: FlowStep): { path: string; key: string }[] {
  const use = (key: string, ...parts: (string | number)[]) => ({ path: pointer('steps', id, ...parts), key });
  const uses = [];
  if ('text' in step && step.text !== undefined) uses.push(use(step.text, 'text'));
  if (step.type === 'ask') {
    if (step.invalid !== undefined) uses.push(use(step.invalid, 'invalid'));
    uses.push(...(step.choices ?? []).map((one, index) => use(one.label, 'choices', index, 'label')));
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
