import { type CloseCodeNumber, type Hello, PROTOCOL_VERSIONS, type Problem } from '@handrail/protocol';
import type { Identify } from '../access/identify.js';
import type { AgentActor, VisitorActor } from '../access/who.js';
import type { Request } from '../gateway/link.js';

/** Who said hello and in which version, or why the connection ends. */
export type Greeted =
  | {
      readonly ok: true;
      readonly version: number;
      readonly actor: VisitorActor | AgentActor;
      readonly expiresAt: number | null;
    }
  | { readonly ok: false; readonly close: CloseCodeNumber; readonly problem: Problem };

/**
 * Decides who a new connection belongs to.
 * @param told of each result: `ok` or the refusal's code
 */
export function createHello(
  identify: Identify,
  told: (result: string) => void,
): (hello: Hello, request: Request) => Promise<Greeted> {
  return async (hello, request) => {
    const greeted = await greet(identify, hello, request);
    told(greeted.ok ? 'ok' : greeted.problem.code);
    return greeted;
  };
}

async function greet(identify: Identify, { versions, site, token }: Hello, request: Request): Promise<Greeted> {
  const version = PROTOCOL_VERSIONS.find(spoken => versions.includes(spoken));
  if (version === undefined) {
    const [expected, got] = [PROTOCOL_VERSIONS, versions].map(list => list.join(', ')) as [string, string];
    const message = 'Client and server share no protocol version.';
    return {
      ok: false,
      close: 4505,
      problem: { code: 'unsupported_version', message, path: '/versions', expected, got },
    };
  }
  const found = await identify({ site, token, ...request });
  if (found.ok) return { ok: true, version, actor: found.actor, expiresAt: found.expiresAt };
  return { ok: false, close: found.close, problem: { code: found.code, message: found.message } };
}
