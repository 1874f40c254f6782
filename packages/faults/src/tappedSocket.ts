import type { SocketLike } from '@handrail/core';
import type { ServerFrame } from '@handrail/protocol';
import { WebSocket } from 'ws';

/** The class for `environment.WebSocket` that shows every frame before the client gets it. */
export function tappedSocket(hear: (frame: ServerFrame) => void): new (url: string) => SocketLike {
  class Tapped extends WebSocket {
    constructor(url: string) {
      super(url);
      this.on('message', data => hear(JSON.parse(String(data)) as ServerFrame));
    }
  }
  return Tapped as unknown as new (
    url: string,
  ) => SocketLike;
}
