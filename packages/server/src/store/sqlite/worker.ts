import { parentPort, workerData } from 'node:worker_threads';
import { StoreError } from '../storeError.js';
import { type Answer, type Call, isWrite, type MainMessage, type WorkerInput, type WorkerMessage } from './calls.js';
import { createCommitGroup, SETTLE_MS } from './commitGroup.js';
import { openDatabase } from './openDatabase.js';
import { createOperations } from './operations.js';

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

  const commit = (calls: readonly Call[]) => {
    const began = performance.now();
    const answers = group.commit(calls);
    say({ answers, seconds: (performance.now() - began) / 1000 });
    if (group.isBehind()) settling ??= setTimeout(settle, SETTLE_MS);
  };
  const settle = () => {
    settling = undefined;
    group.settle();
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
      clearTimeout(settling);
      group.settle();
      db.close();
      say({ closed: true });
      port.close();
      return;
    }
    const looked = message.calls.filter(call => !isWrite(call.name)).map(read);
    if (looked.length > 0) say({ answers: looked });
    const asked = message.calls.filter(call => isWrite(call.name));
    if (asked.length > 0) commit(asked);
  });
  say({ opened: { epoch } });
}
