import type { FlowDefinition, FlowStep } from '@handrail/flow';
import { conditionWords } from './conditionWords.js';

/** A box: a step, or a way into the flow. */
export interface FlowNode {
  readonly id: string;
  readonly kind: FlowStep['type'] | 'start' | 'intent';
  /** Name of the step or intent. */
  readonly name: string;
  /** What it says or does, in a line. */
  readonly says: string;
  /** Questions come here that are written elsewhere. */
  readonly isHome: boolean;
}

/** An arrow. Several reasons to go the same way are one arrow. */
export interface FlowEdge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

/** A flow as boxes and arrows, with texts in one language. */
export interface FlowGraph {
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
}

/** Reads the graph out of a definition that was checked. */
export function readGraph(definition: FlowDefinition, locale: string): FlowGraph {
  const { steps, intents = {}, start, home, texts } = definition;
  const text = (key: string) => plain(texts[key]?.[locale] ?? texts[key]?.[definition.locales[0] ?? ''] ?? '');
  const way = (id: string, kind: 'start' | 'intent', name: string, says: string): FlowNode => ({
    id,
    kind,
    name,
    says,
    isHome: false,
  });
  const nodes: FlowNode[] = [way('start', 'start', 'chat opened', '')];
  const edges: FlowEdge[] = [{ from: 'start', to: `step:${start}`, label: '' }];
  for (const [name, { label, next }] of Object.entries(intents)) {
    nodes.push(way(`intent:${name}`, 'intent', name, text(label)));
    edges.push({ from: `intent:${name}`, to: `step:${next}`, label: '' });
  }
  for (const [name, step] of Object.entries(steps)) {
    nodes.push({ id: `step:${name}`, kind: step.type, name, says: saysOf(step, text), isHome: name === home });
    for (const { to, label } of waysOf(step, text)) edges.push({ from: `step:${name}`, to: `step:${to}`, label });
  }
  return { nodes, edges: together(edges) };
}

/** What a step says or does, in a line. */
function saysOf(step: FlowStep, text: (key: string) => string): string {
  switch (step.type) {
    case 'say':
    case 'ask':
    case 'form':
      return text(step.text);
    case 'cards':
      return `${text(step.text)} ${step.cards.map(({ title }) => text(title)).join(' / ')}`;
    case 'answer':
      return step.text === undefined ? 'answers from the articles' : text(step.text);
    case 'action':
      return step.confirm === undefined ? step.name : `${step.name}, after a yes`;
    case 'set':
      return `${step.variable} = ${JSON.stringify(step.value)}`;
    case 'handoff':
      return step.team === undefined ? 'to a person' : `to a person of ${step.team}`;
    case 'search':
      return 'shows articles';
    case 'survey':
      return step.survey ?? 'csat';
    default:
      return '';
  }
}

/** Where a step leads, and when. */
function waysOf(step: FlowStep, text: (key: string) => string): { to: string; label: string }[] {
  const next = 'next' in step && step.next !== undefined ? [step.next] : [];
  switch (step.type) {
    case 'branch':
      return [
        ...step.cases.map(one => ({ to: one.next, label: conditionWords(one.when) })),
        { to: step.otherwise, label: 'otherwise' },
      ];
    case 'cards':
      return choiceWays(choicesOnCards(step, text), next);
    case 'ask':
      return [
        ...choiceWays(
          (step.choices ?? []).map(one => ({ label: text(one.label), next: one.next })),
          next,
        ),
        ...(step.optional === undefined ? [] : [{ to: step.optional, label: 'no, later' }]),
      ];
    case 'action':
      return [
        ...next.map(to => ({ to, label: step.failed === undefined && step.confirm === undefined ? '' : 'done' })),
        ...(step.declined === undefined ? [] : [{ to: step.declined, label: 'no' }]),
        ...(step.failed === undefined ? [] : [{ to: step.failed, label: 'failed' }]),
      ];
    case 'answer':
      return next.map(to => ({ to, label: 'it helped' }));
    default:
      return next.map(to => ({ to, label: '' }));
  }
}

/** What can be chosen, and where each leads that does not go on with the step's next one. */
interface LedChoice {
  readonly label: string;
  readonly next: string | undefined;
}

/** The choices on cards; buttons that read alike go by their card. */
function choicesOnCards(step: Extract<FlowStep, { type: 'cards' }>, text: (key: string) => string): LedChoice[] {
  return step.cards.flatMap(({ title, buttons = [] }) =>
    buttons
      .filter(({ value }) => value !== undefined)
      .map(({ label, next }) => ({ label: `${text(title)} – ${text(label)}`, next })),
  );
}

/** The arrows of choices: one for each that leads elsewhere, and one for the others together. */
function choiceWays(choices: readonly LedChoice[], next: readonly string[]): { to: string; label: string }[] {
  const led = choices.flatMap(one => (one.next === undefined ? [] : [{ to: one.next, label: one.label }]));
  const rest = choices.filter(one => one.next === undefined).map(one => one.label);
  if (choices.length > 0 && rest.length === 0) return led;
  return [...led, ...next.map(to => ({ to, label: led.length > 0 ? rest.join(' / ') : '' }))];
}

/** One arrow for each pair of boxes; its reasons stand below each other. */
function together(edges: readonly FlowEdge[]): FlowEdge[] {
  const byPair = new Map<string, FlowEdge>();
  for (const edge of edges) {
    const key = `${edge.from} ${edge.to}`;
    const known = byPair.get(key);
    const label = [known?.label, edge.label].filter(Boolean).join('\n');
    byPair.set(key, { ...edge, label });
  }
  return [...byPair.values()];
}

/** Markdown without its marks; good enough for a line in a picture. */
const plain = (markdown: string) =>
  markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`#>]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
