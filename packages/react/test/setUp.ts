import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// A file fetched late takes its time on a busy machine.
configure({ asyncUtilTimeout: 5_000 });

afterEach(cleanup);
