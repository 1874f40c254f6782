import type { FlowStep } from '@handrail/flow';

type Condition = Extract<FlowStep, { type: 'branch' }>['cases'][number]['when'];

/** A condition as one would say it. */
export function conditionWords(condition: Condition): string {
  const { variable, is, in: among, above, below, contains, set, all, any, not } = condition;
  const looks = [
    ...(is === undefined ? [] : [`is ${show(is)}`]),
    ...(among === undefined ? [] : [`is ${among.map(show).join(' or ')}`]),
    ...(above === undefined ? [] : [`is above ${above}`]),
    ...(below === undefined ? [] : [`is below ${below}`]),
    ...(contains === undefined ? [] : [`contains ${show(contains)}`]),
    ...(set === undefined ? [] : [set ? 'is known' : 'is unknown']),
  ];
  const parts = [
    ...(variable === undefined || looks.length === 0 ? [] : [`${variable} ${looks.join(' and ')}`]),
    ...(all === undefined ? [] : [all.map(inner).join(' and ')]),
    ...(any === undefined ? [] : [any.map(inner).join(' or ')]),
    ...(not === undefined ? [] : [`not ${inner(not)}`]),
  ];
  return parts.join(' and ');
}

/** Brackets keep what belongs together together. */
function inner(condition: Condition): string {
  const words = conditionWords(condition);
  return condition.all || condition.any ? `(${words})` : words;
}

const show = (value: string | number | boolean) => (typeof value === 'string' ? value : String(value));
