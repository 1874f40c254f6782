import type { ServerParts } from '../src/parts.js';

const unused = () => {
  throw new Error('The realtime routes are tested with the gateway.');
};

/** Stands in for the gateway where no test asks for it. */
export const NO_REALTIME: Pick<ServerParts, 'doors' | 'admission'> = {
  admission: { connection: () => null, request: () => null },
  doors: { stream: unused, poll: unused, frames: unused },
};
