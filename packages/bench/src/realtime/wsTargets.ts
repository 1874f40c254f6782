import { openMany, openSocket } from './openSocket.js';
import { startProgram } from './startProgram.js';
import { agentsAmong, type Target, TEXT } from './target.js';

/** A bare `ws` server that sends every frame back: the ceiling. */
export const wsEcho: Target = {
  name: 'ws echo',
  signals: 1,
  start: (sockets, heard) => start(new URL('./servers/wsEcho.js', import.meta.url), sockets, heard),
};

/** A `ws` server that acknowledges and hands on, and keeps nothing. */
export const wsRelay: Target = {
  name: 'ws relay, no storage',
  signals: 2,
  start: (sockets, heard) => start(new URL('./servers/wsRelay.js', import.meta.url), sockets, heard),
};

async function start(program: URL, sockets: number, heard: (message: number) => void) {
  const { pid, port, stop } = await startProgram(program);
  const agents = agentsAmong(sockets);
  const open = (as: string, place: number, listen = true) =>
    openSocket(`ws://127.0.0.1:${port}/?as=${as}&room=${place % agents}`, text => {
      if (listen) heard(Number(JSON.parse(text).id));
    });
  const forAgents = await openMany(agents, place => open('agent', place));
  const visitors = await openMany(sockets - agents, place => open('visitor', place));
  return {
    pid,
    send(message: number) {
      const place = message % visitors.length;
      visitors[place]?.send(JSON.stringify({ t: 'send', id: String(message), conversation: `c${place}`, text: TEXT }));
    },
    async openIdle(count: number) {
      const idle = await openMany(count, place => open('visitor', place, false));
      return () => {
        for (const socket of idle) socket.terminate();
      };
    },
    async stop() {
      for (const socket of [...forAgents, ...visitors]) socket.terminate();
      await stop();
    },
  };
}
