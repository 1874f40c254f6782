import type { Storage } from '@handrail/core';
import type { Agent } from '@handrail/core/agent';
import { atom, type ReadableAtom } from 'nanostores';
import { type SignInProblem, signInProblem } from './signInProblem.js';

/** Who stands where: outside the door, on the way in, or inside. */
export type GateState =
  | { readonly at: 'door'; readonly problem: SignInProblem | null }
  | { readonly at: 'entering'; readonly agent: Agent }
  | { readonly at: 'inside'; readonly agent: Agent };

/** Signs in, keeps the session token, and shows the door again when the server no longer knows it. */
export interface Gate {
  readonly $gate: ReadableAtom<GateState>;
  /** Tries a one-time code. */
  enter(code: string): void;
  /** Stops trying. */
  leave(): void;
  /** Forgets the session in this browser. */
  signOut(): void;
}

/** What the gate needs. */
export interface GateParts {
  readonly storage: Storage;
  /** Makes a client for a code or a session token. */
  readonly connect: (token: string) => Agent;
  /** A one-time code the address carried. */
  readonly code: string | null;
}

const KEY = 'handrail:inbox:session';

/** Starts with the code of the address, else with the kept session, else at the door. */
export function createGate({ storage, connect, code }: GateParts): Gate {
  const $gate = atom<GateState>({ at: 'door', problem: null });
  let stop: () => void = () => {};

  function end(problem: SignInProblem | null) {
    stop();
    const gate = $gate.get();
    if (gate.at !== 'door') gate.agent.destroy();
    $gate.set({ at: 'door', problem });
  }

  function start(token: string, asked: boolean) {
    end(null);
    const agent = connect(token);
    let last: string | undefined;
    $gate.set({ at: 'entering', agent });
    agent.on('error', error => {
      last = error.code;
    });
    stop = agent.$connection.listen(connection => {
      if (connection.state === 'online') {
        last = undefined;
        storage.set(KEY, agent.token() ?? token);
        if ($gate.get().at === 'entering') $gate.set({ at: 'inside', agent });
      } else if (connection.state === 'closed') {
        refused(signInProblem(connection.reason, asked && $gate.get().at === 'entering', last), asked);
      }
    });
  }

  function refused(problem: SignInProblem, asked: boolean) {
    const kept = storage.get(KEY);
    const entering = $gate.get().at === 'entering';
    // A used link pressed again in a browser that is signed in already: the session still opens the door.
    if (asked && entering && kept !== null) return start(kept, false);
    if (problem.key === 'signedOut' || problem.key === 'removed') storage.remove(KEY);
    end(problem);
  }

  const kept = storage.get(KEY);
  if (code !== null) start(code, true);
  else if (kept !== null) start(kept, false);

  return {
    $gate,
    enter: given => start(given, true),
    leave: () => end(null),
    signOut() {
      storage.remove(KEY);
      end(null);
    },
  };
}
