import { type HandrailOptions, memoryStorage } from '@handrail/core';
import { type FakeServer, fakeServer } from '@handrail/test-kit';

/** A server inside the process, and the options of clients that talk to it and share one browser's storage. */
export function shop(site = 'shop'): { server: FakeServer; options: HandrailOptions } {
  const server = fakeServer();
  const { fetch, network } = server;
  const environment = { fetch, WebSocket: network.WebSocket, storage: memoryStorage() };
  return { server, options: { server: 'https://help.example', site, environment } };
}

/** Sockets a client opened and has not closed. */
export const openSockets = ({ network }: FakeServer) => network.sockets.filter(socket => !socket.closedByClient);
