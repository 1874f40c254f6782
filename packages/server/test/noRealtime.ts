import type { ServerParts } from '../src/parts.js';

const unused = () => {
  throw new Error('The realtime routes are tested with the gateway.');
};

/** Stands in for the gateway, the files, actions and identities where no test asks for them. */
export const NO_REALTIME: Pick<
  ServerParts,
  'doors' | 'admission' | 'identify' | 'identities' | 'files' | 'actions' | 'answers' | 'results'
> = {
  admission: { connection: () => null, request: () => null },
  identify: unused,
  results: { addOutcome: unused, results: unused },
  actions: { find: unused, run: unused },
  answers: { write: unused },
  identities: { exchange: unused, refresh: unused, revoke: unused, sweep: unused },
  files: {
    announce: unused,
    progress: unused,
    add: unused,
    cancel: unused,
    link: unused,
    open: unused,
    sweep: unused,
  },
  doors: { stream: unused, poll: unused, frames: unused },
};
