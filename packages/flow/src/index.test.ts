import { expect, test } from 'vitest';
import * as flow from './index.js';
import * as schema from './schema.js';
import * as validation from './validate.js';

test('public names', () => {
  expect([flow, schema, validation].map(entry => Object.keys(entry).sort())).toMatchInlineSnapshot(`
    [
      [
        "LATER",
        "NO",
        "NONE",
        "YES",
        "allPhrases",
        "builtinFlow",
        "cardBlocks",
        "chooseBand",
        "createBuiltinFlow",
        "createStep",
        "defaultSettings",
        "describeReason",
        "phraseLocales",
        "pickLocale",
        "reasons",
        "recogniseDistress",
        "recogniseRequest",
        "resolveSettings",
        "sayText",
        "start",
        "step",
      ],
      [
        "FORMAT",
        "FlowDefinitionSchema",
        "FlowOutlineSchema",
        "SettingsSchema",
        "stepSchemas",
      ],
      [
        "entriesOf",
        "migrate",
        "publish",
        "targetsOf",
        "validate",
      ],
    ]
  `);
});
