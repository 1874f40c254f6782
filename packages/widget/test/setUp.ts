import { cleanup, configure } from '@testing-library/preact';
import { afterEach } from 'vitest';

// A file fetched late takes its time on a busy machine.
configure({ asyncUtilTimeout: 5_000 });

// The library does this by itself only for the first of several files in one process.
afterEach(cleanup);
