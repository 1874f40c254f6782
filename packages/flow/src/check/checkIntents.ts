import { normalise } from '../normalise.js';
import type { FlowDefinition } from '../schema.js';
import { type FlowError, flowError, pointer } from './flowError.js';

/** Intents without utterances in one of the flow's locales, and utterances that stand for two of them. */
export function checkIntents({ intents = {}, locales }: FlowDefinition): readonly FlowError[] {
  const errors: FlowError[] = [];
  const owners = new Map<string, string>();
  for (const [id, { utterances }] of Object.entries(intents)) {
    for (const locale of locales) {
      if (!utterances[locale])
        errors.push(flowError(pointer('intents', id, 'utterances', locale), `utterances in ${locale}`, undefined));
    }
    for (const [locale, texts] of Object.entries(utterances)) {
      texts.forEach((text, index) => {
        const words = normalise(text);
        const owner = owners.get(words);
        const path = pointer('intents', id, 'utterances', locale, index);
        if (words.trim() === '') errors.push(flowError(path, 'words', text));
        else if (owner !== undefined && owner !== id)
          errors.push(flowError(path, `an utterance that is not also one of "${owner}"`, text));
        owners.set(words, id);
      });
    }
  }
  return errors;
}
