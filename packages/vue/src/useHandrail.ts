import { type Handrail, HandrailError } from '@handrail/core';
import { inject } from 'vue';
import { HANDRAIL, type Provided } from './provideHandrail.js';

/**
 * The client of the app, or of the nearest component that provides one; `null` on a server, when it is made from options.
 * @throws HandrailError `bad_request` where none is provided
 */
export const useHandrail = (): Handrail | null => useProvided().client;

/** What is provided above. */
export function useProvided(): Provided {
  const provided = inject(HANDRAIL, null);
  if (provided) return provided;
  throw new HandrailError(
    'bad_request',
    'Handrail composables: expected app.use(handrail, …) or provideHandrail(…) above, got neither.',
  );
}
