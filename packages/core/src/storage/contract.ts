import type { Storage } from './storage.js';

/** One promise of the storage contract, as a named check that throws when it is broken. */
export interface StorageCase {
  readonly name: string;
  run(storage: Storage): void;
}

const must = (holds: boolean, what: string) => {
  if (!holds) throw new Error(`storage contract: ${what}`);
};

/** Every driver of {@link Storage} passes these; each runs on a fresh driver. */
export const STORAGE_CONTRACT: readonly StorageCase[] = [
  { name: 'an unknown key is null', run: storage => must(storage.get('a') === null, 'unknown key is not null') },
  {
    name: 'gives back what was set',
    run: storage => {
      storage.set('a', 'one');
      storage.set('a', 'two');
      must(storage.get('a') === 'two', 'last value is not given back');
    },
  },
  {
    name: 'removes',
    run: storage => {
      storage.set('a', 'one');
      storage.remove('a');
      storage.remove('never');
      must(storage.get('a') === null, 'removed key is still there');
    },
  },
  {
    name: 'lists the keys that begin with a text',
    run: storage => {
      for (const key of ['a:1', 'a:2', 'b:1', 'a:3']) storage.set(key, key);
      storage.set('a:2', 'again');
      storage.remove('a:3');
      const keys = [...storage.keys('a:')].sort().join();
      must(keys === 'a:1,a:2', `keys of "a:" are ${keys || 'none'}`);
      must(storage.keys('c').length === 0, 'keys are listed that do not begin with the text');
    },
  },
  {
    name: 'keeps long and odd texts',
    run: storage => {
      const text = `${'x'.repeat(100_000)}\u0000\ud83d\ude00"\\`;
      storage.set('key with spaces', text);
      must(storage.get('key with spaces') === text, 'text changed');
    },
  },
];
