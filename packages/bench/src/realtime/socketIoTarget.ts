import { io, type Socket } from 'socket.io-client';
import { openMany } from './openSocket.js';
import { startProgram } from './startProgram.js';
import { agentsAmong, type RunningTarget, type Target, TEXT } from './target.js';

/** socket.io over SQLite (WAL, FULL), commits of 2 ms, acknowledged and handed on after the commit. */
export const socketIoSqlite: Target = { name: 'socket.io + SQLite, 2 ms groups', signals: 2, start };

async function start(sockets: number, heard: (message: number) => void): Promise<RunningTarget> {
  const { pid, port, stop } = await startProgram(new URL('./servers/socketIoSqlite.js', import.meta.url));
  const agents = agentsAmong(sockets);
  const open = (as: string, place: number) => connect(port, { as, room: `room${place % agents}` });
  const forAgents = await openMany(agents, place => open('agent', place));
  for (const agent of forAgents) agent.on('message', ({ id }: { id: string }) => heard(Number(id)));
  const visitors = await openMany(sockets - agents, place => open('visitor', place));
  return {
    pid,
    send(message) {
      const place = message % visitors.length;
      const body = { id: String(message), conversation: `c${place}`, text: TEXT };
      visitors[place]?.emit('message', body, () => heard(message));
    },
    async openIdle(count) {
      const idle = await openMany(count, place => open('visitor', place));
      return () => {
        for (const socket of idle) socket.disconnect();
      };
    },
    async stop() {
      for (const socket of [...forAgents, ...visitors]) socket.disconnect();
      await stop();
    },
  };
}

function connect(port: number, auth: Readonly<Record<string, string>>): Promise<Socket> {
  const socket = io(`http://127.0.0.1:${port}`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth,
  });
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(socket));
    socket.once('connect_error', reject);
  });
}
