import { HandrailError } from '../errors.js';
import type { Connection } from '../session.js';
import type { AgentStores } from './agentStores.js';

/** Resolves when the connection is open; rejects with the reason when it stopped for good. */
export function whenReady($connection: AgentStores['$connection']): Promise<void> {
  return new Promise((resolve, reject) => {
    const settled = (connection: Connection) => {
      if (connection.state === 'online') resolve();
      else if (connection.state === 'closed')
        reject(new HandrailError(connection.code ?? 'internal', connection.reason));
      return connection.state === 'online' || connection.state === 'closed';
    };
    if (settled($connection.get())) return;
    const stop = $connection.listen(connection => {
      if (settled(connection)) stop();
    });
  });
}
