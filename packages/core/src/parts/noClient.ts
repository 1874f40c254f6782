import { HandrailError } from '../errors.js';
import type { ClientStores } from '../handrail.js';
import type { ComposerClient } from './composer.js';
import type { SearchBoxClient } from './searchBox.js';

/** What the models of a screen need of the client. */
export type PartsClient = ComposerClient & SearchBoxClient;

/**
 * Stands in for the client while there is none, as on a server: shows what a client begins with. What is written into it is not
 * kept, and what asks for something rejects with `bad_request`.
 * @param idle what `idleStores` gives
 */
export function noClient(idle: Pick<ClientStores, '$draft' | '$search'>): PartsClient {
  const refuse = async () => {
    throw new HandrailError('bad_request', 'client: expected a Handrail client, got none yet.');
  };
  const { $draft, $search } = idle;
  return { $draft, $search, setDraft() {}, clearSearch() {}, setTyping: refuse, sendMessage: refuse, search: refuse };
}
