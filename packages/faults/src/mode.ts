/** Whether the whole plan runs (`npm run test:faults`), or the selection of `npm test`. */
export const FULL = process.env.HANDRAIL_FAULTS === 'full';

/** The first number in the selection of `npm test`, the second in the whole plan. */
export const fastOrFull = <T>(fast: T, full: T): T => (FULL ? full : fast);
