import type { Knowledge } from '@handrail/knowledge';
import type { SiteConfig } from '@handrail/protocol';
import type { VisitorActor } from '../access/who.js';
import type { Actions } from '../actions/createActions.js';
import type { ModelTool } from './askModel.js';
import { asGiven } from './instructions.js';
import type { Mask } from './maskText.js';
import { type Passage, readPassages } from './readPassages.js';

/** Names of the tools that end an answer. */
export const REFUSE = 'refuse';
export const HANDOFF = 'handoff';

/** Before the name of a site's action. */
const ACTION = 'action_';

/** Articles a search of the model's brings. */
const FOUND = 3;

/** What tools share with the answer they serve. */
export interface ToolParts {
  readonly site: SiteConfig;
  readonly locale: string;
  readonly help: Knowledge;
  readonly mask: Mask;
  /** Grows with what a search of the model's finds. */
  readonly passages: Passage[];
  /** What actions answered, in words. */
  readonly facts: string[];
  readonly actions: Actions;
  readonly customer: VisitorActor | null;
  readonly newId: () => string;
}

const NOTHING = { type: 'object', properties: {}, additionalProperties: false };

/** What a model may do while it answers: nothing that changes anything. */
export function answerTools(parts: ToolParts): ModelTool[] {
  return [
    { name: REFUSE, description: 'The passages do not answer the question.', input: NOTHING },
    { name: HANDOFF, description: 'A person is asked for, or needed.', input: NOTHING },
    searchArticles(parts),
    ...actionTools(parts),
  ];
}

function searchArticles({ help, locale, passages }: ToolParts): ModelTool {
  return {
    name: 'searchArticles',
    description: 'Finds more passages, when those given lack something. Answers with further numbered passages.',
    input: {
      type: 'object',
      properties: { query: { type: 'string', description: 'A question, as a customer would ask it.' } },
      required: ['query'],
      additionalProperties: false,
    },
    async run(input) {
      const { query } = input as { query?: unknown };
      if (typeof query !== 'string' || query.trim() === '') return { error: 'expected a query' };
      const matches = await help.match(query.slice(0, 400), { locale, limit: FOUND });
      const wanted = matches.map(({ id, section }) => ({ article: id, ...(section ? { section } : {}) }));
      const before = passages.length;
      for (const one of await readPassages(help, wanted, locale, FOUND)) {
        const isKnown = passages.some(
          ({ source }) => source.article === one.source.article && source.section === one.source.section,
        );
        if (!isKnown) passages.push(one);
      }
      return { passages: passages.slice(before).map((passage, place) => asGiven(passage, before + place)) };
    },
  };
}

/** The site's actions that say what they are for. What fails is told to the model, which then answers without. */
function actionTools({ site, actions, customer, mask, facts, newId }: ToolParts): ModelTool[] {
  return Object.entries(site.actions ?? {}).flatMap(([name, { tool, input = {} }]) => {
    if (tool === undefined) return [];
    const fields = Object.entries(input);
    const properties = fields.map(([field, { type = 'string' }]) => [field, { type }]);
    return {
      name: `${ACTION}${name.replace(/\W/g, '_')}`,
      description: tool,
      input: {
        type: 'object',
        properties: Object.fromEntries(properties),
        required: fields.filter(([, { required = true }]) => required).map(([field]) => field),
        additionalProperties: false,
      },
      async run(given) {
        const shown = Object.entries(given as Record<string, unknown>).map(([field, value]) => [
          field,
          typeof value === 'string' ? mask.show(value) : value,
        ]);
        const call = { site: site.id, name, id: newId(), input: Object.fromEntries(shown) };
        try {
          const { values } = await actions.run(call, customer);
          const text = mask.hide(JSON.stringify(values));
          facts.push(text);
          return { found: JSON.parse(text) as unknown };
        } catch (error) {
          return { error: (error as Error).message };
        }
      },
    };
  });
}
