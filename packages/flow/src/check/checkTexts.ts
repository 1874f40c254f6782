import { builtinFlow } from '../builtin/builtinFlow.js';
import type { CardsCard, FlowCard, FlowDefinition, FlowStep, FormField } from '../schema.js';
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
      .filter(use => use.isLabel)
      .map(use => use.key),
  );
}

/** Where a text is named; a label has room for one paragraph. */
interface TextUse {
  readonly path: string;
  readonly key: string;
  readonly isLabel?: true;
}

function usesOf({ steps, intents = {} }: FlowDefinition): TextUse[] {
  return [
    ...Object.entries(steps).flatMap(([id, step]) => textsOf(step, pointer('steps', id))),
    ...Object.entries(intents).map(([id, { label: key }]) => label(key, pointer('intents', id), 'label')),
  ];
}

const label = (key: string, path: string, ...parts: (string | number)[]): TextUse => ({
  path: path + pointer(...parts),
  key,
  isLabel: true,
});

function textsOf(step: FlowStep, path: string): TextUse[] {
  const uses: TextUse[] = [];
  const say = (key: string | undefined, name: string) => {
    if (key !== undefined) uses.push({ path: path + pointer(name), key });
  };
  if ('text' in step) say(step.text, 'text');
  if ('invalid' in step) say(step.invalid, 'invalid');
  if ('confirm' in step) say(step.confirm, 'confirm');
  switch (step.type) {
    case 'ask':
      uses.push(...(step.choices ?? []).map((one, index) => label(one.label, path, 'choices', index, 'label')));
      break;
    case 'survey':
      for (const end of ['least', 'most'] as const) if (step[end] !== undefined) uses.push(label(step[end], path, end));
      break;
    case 'say':
      if (step.card) uses.push(...textsOfCard(step.card, `${path}/card`));
      break;
    case 'cards':
      uses.push(...step.cards.flatMap((card, index) => textsOfCard(card, path + pointer('cards', index))));
      break;
    case 'form':
      uses.push(...step.fields.flatMap((field, index) => textsOfField(field, path + pointer('fields', index))));
      break;
    default:
      break;
  }
  return uses;
}

function textsOfField(field: FormField, path: string): TextUse[] {
  const choices = field.choices ?? [];
  return [
    label(field.label, path, 'label'),
    ...choices.map((one, place) => label(one.label, path, 'choices', place, 'label')),
  ];
}

function textsOfCard(card: FlowCard & CardsCard, path: string): TextUse[] {
  const { title, text, facts = [], picture, link, buttons = [] } = card;
  return [
    label(title, path, 'title'),
    ...(text === undefined ? [] : [label(text, path, 'text')]),
    ...facts.flatMap((fact, index) => [
      label(fact.label, path, 'facts', index, 'label'),
      label(fact.value, path, 'facts', index, 'value'),
    ]),
    ...(picture ? [label(picture.alt, path, 'picture', 'alt')] : []),
    ...(link ? [label(link.label, path, 'link', 'label')] : []),
    ...buttons.map((button, index) => label(button.label, path, 'buttons', index, 'label')),
  ];
}
