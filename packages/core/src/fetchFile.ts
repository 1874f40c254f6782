import type { Environment } from './environment.js';
import { HandrailError } from './errors.js';

/**
 * Reads one file of the help centre, whole and within `timeout` ms; the request is given up then.
 * Rejects with `knowledge_failed`, which says the address and what came instead.
 */
export async function fetchFile(
  { fetch, abort, setTimeout, clearTimeout }: Pick<Environment, 'fetch' | 'abort' | 'setTimeout' | 'clearTimeout'>,
  address: string,
  timeout: number,
): Promise<ArrayBuffer> {
  const failure = (what: string, cause?: unknown) =>
    new HandrailError('knowledge_failed', `${address} ${what}`, cause === undefined ? {} : { cause });
  const giveUp = abort();
  let timer: unknown;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(failure(`did not arrive within ${timeout} ms.`));
      giveUp.abort();
    }, timeout);
  });
  async function content() {
    const response = await fetch(address, giveUp.init);
    if (!response.ok) throw failure(`answered ${response.status}.`);
    return response.arrayBuffer();
  }
  try {
    return await Promise.race([content(), late]);
  } catch (cause) {
    throw cause instanceof HandrailError ? cause : failure('could not be fetched.', cause);
  } finally {
    clearTimeout(timer);
  }
}
