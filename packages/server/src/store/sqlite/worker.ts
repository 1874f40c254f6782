import { parentPort, workerData } from 'node:worker_threads';
import { StoreError } from '../storeError.js';
import { type Answer, type Call, type MainMessage, type WorkerInput, type WorkerMessage, WRITES } from './calls.js';
import { createCommitGroup, SETTLE_MS } from './commitGroup.js';
import { openDatabase } from './openDatabase.js';
import { createOperations } from './operations.js';

/** Longest time a write waits for others to share its commit, in milliseconds. An idle store commits at once. */
const GROUP_MS = 2;
/** Writes that are not made to wait for more. */
const GROUP_SIZE = 512;

const port = parentPort;
if (!port) throw new Error('This file runs in a worker thread; it is started by createSqliteStore.');
const say = (message: WorkerMessage) => port.postMessage(JSON.stringify(message));

try {
  serve();
} catch (error) {
  const code = error instanceof StoreError ? error.code : 'internal';
  say({ failed: { code, message: error instanceof Error ? error.message : String(error) } });
  port.close();
}

function serve(): void {
  const { db, epoch } = openDatabase(workerData as WorkerInput);
  const operations = createOperations(db);
  const { reads } = operations;
  const group = createCommitGroup(db, operations, () => performance.now());
  let settling: NodeJS.Timeout | undefined;
  let waiting: Call[] = [];
  let scheduled = false;
  let lastCommit = 0;

  const commit = () => {
    scheduled = false;
    const calls = waiting;
    waiting = [];
    const began = performance.now();
    const answers = calls.length > 0 ? group.commit(calls) : [];
    lastCommit = performance.now();
    if (calls.length > 0) say({ answers, seconds: (lastCommit - began) / 1000 });
    if (group.isBehind()) settling ??= setTimeout(settle, SETTLE_MS);
  };
  const settle = () => {
    settling = undefined;
    group.settle();
  };
  const schedule = () => {
    if (scheduled) return;
    scheduled = true;
    const rest = lastCommit + GROUP_MS - performance.now();
    if (rest <= 0 || waiting.length >= GROUP_SIZE) setImmediate(commit);
    else setTimeout(commit, rest);
  };
  const read = ({ n, name, args }: Call): Answer => {
    try {
      const operation = reads[name as keyof typeof reads] as (...args: readonly unknown[]) => unknown;
      return { n, ok: true, value: operation(...args) };
    } catch (error) {
      return { n, ok: false, code: 'internal', message: error instanceof Error ? error.message : String(error) };
    }
  };

  port?.on('message', (text: string) => {
    const message = JSON.parse(text) as MainMessage;
    if ('close' in message) {
      commit();
      clearTimeout(settling);
      group.settle();
      db.close();
      say({ closed: true });
      port.close();
      return;
    }
    const isWrite = (call: Call) => (WRITES as readonly string[]).includes(call.name);
    const looked = message.calls.filter(call => !isWrite(call)).map(read);
    if (looked.length > 0) say({ answers: looked });
    const asked = message.calls.filter(isWrite);
    if (asked.length === 0) return;
    waiting.push(...asked);
    schedule();
  });
  say({ opened: { epoch } });
}
