import { pathToFileURL } from 'node:url';
import { root } from './run.mjs';

/**
 * A table for each kind of step, `flow-say` and so on, and those of what else a flow holds: its head, its settings, the
 * conditions of a branch. All from the schema that flows are checked with.
 * @param {(head: string[], rows: unknown[][]) => string} table writes one
 * @returns {Promise<[string, string][]>} by name of the block
 */
export async function flowTables(table) {
  const { FlowDefinitionSchema, stepSchemas } = await import(pathToFileURL(`${root}packages/flow/dist/schema.js`).href);
  const { settings, ...head } = FlowDefinitionSchema.properties;
  const [intent] = Object.values(head.intents.patternProperties);
  const { when } = stepSchemas.branch.properties.cases.items.properties;
  const show = schema => table(['field', 'shape', 'what it does'], fieldsOf(schema, ''));
  return [
    ['flow-head', show({ ...FlowDefinitionSchema, properties: head })],
    ['flow-intents', show(intent)],
    ['flow-settings', show(settings)],
    ['flow-conditions', show(when.$defs[when.$ref])],
    ...Object.entries(stepSchemas)
      .map(
        ([
          type,
          {
            properties: { type: _, ...properties },
            required,
          },
        ]) => [type, { properties, required }],
      )
      .filter(([, { properties }]) => Object.keys(properties).length > 0)
      .map(([type, schema]) => [`flow-${type}`, show(schema)]),
  ];
}

/** A row for every field, by its path; what is inside of another follows it. */
function fieldsOf({ properties, required = [] }, before) {
  return Object.entries(properties).flatMap(([name, field]) => {
    const path = before + name;
    const inside = field.properties ?? field.items?.properties;
    const rows = inside ? fieldsOf(field.items ?? field, `${path}${field.items ? '[]' : ''}.`) : [];
    // What only holds others says what they say.
    if (field.description === undefined && rows.length > 0) return rows;
    const shape = `${shapeOf(field)}${required.includes(name) ? ', required' : ''}`;
    return [[`\`${path}\``, shape, field.description ?? missing(path)], ...rows];
  });
}

function shapeOf(field) {
  if (field.$ref) return 'condition';
  if (field.anyOf) return [...new Set(field.anyOf.map(shapeOf))].join(' or ');
  if (field.const !== undefined) return `\`${field.const}\``;
  if (field.enum) return field.enum.map(value => `\`${value}\``).join(' ');
  if (field.type === 'array') return field.items.properties ? 'list of objects' : `list of ${shapeOf(field.items)}`;
  if (field.type === 'string') return 'text';
  if (field.type === 'boolean') return '`true` `false`';
  return field.type;
}

function missing(path) {
  throw new Error(`packages/flow/src/schema: expected a description of ${path}, got none`);
}
