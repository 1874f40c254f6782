import { test } from 'vitest';
import { storeContract } from './contract.js';
import { createMemoryStore } from './memory.js';

storeContract({ test, open: async () => createMemoryStore({ epoch: 'memory', now: Date.now }) });
