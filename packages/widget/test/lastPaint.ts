import { afterAll } from 'vitest';

/** Milliseconds after which Preact runs the effects of a frame that never came. */
const PREACT_FRAME = 35;

// On a busy machine that timer outlives the file's window, and asks for a function that went with it.
afterAll(() => new Promise(done => setTimeout(done, PREACT_FRAME + 1)));
