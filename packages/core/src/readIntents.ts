import type { IntentCandidate } from '@handrail/flow';
import { classify, openModel } from '@handrail/knowledge';
import type { Environment } from './environment.js';
import { getJson } from './http.js';

/** The intents a text may have, most probable first. */
export type ReadIntents = (text: string) => readonly IntentCandidate[];

/** Reads what tells the intents of a flow apart; only for flows that have some, since it knows words of many languages. */
export async function loadIntents(environment: Pick<Environment, 'fetch'>, address: string): Promise<ReadIntents> {
  const model = openModel(await getJson(environment, address));
  return text =>
    classify(model, text).flatMap(({ intent, probability }) => (intent === null ? [] : [{ intent, probability }]));
}
