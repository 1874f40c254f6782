import type { FetchLike, SocketLike } from '@handrail/core';
import type { ServerFrame } from '@handrail/protocol';
import { WebSocket } from 'ws';

/** What reaches the server for a client, and shows every frame that answers it before the client gets it. */
export interface TappedNetwork {
  readonly WebSocket: new (url: string) => SocketLike;
  /** Answers to what is sent without a socket; what a stream brings is not looked at. */
  readonly fetch: FetchLike;
}

/** Acknowledgements are heard whatever carries them. */
export function tappedNetwork(hear: (frame: ServerFrame) => void): TappedNetwork {
  class Tapped extends WebSocket {
    constructor(url: string) {
      super(url);
      this.on('message', data => hear(JSON.parse(String(data)) as ServerFrame));
    }
  }
  return {
    WebSocket: Tapped as unknown as TappedNetwork['WebSocket'],
    async fetch(url, init) {
      const response = await fetch(url, init as RequestInit);
      return {
        ok: response.ok,
        status: response.status,
        headers: response.headers,
        body: response.body,
        arrayBuffer: () => response.arrayBuffer(),
        async json() {
          const value = (await response.json()) as { frames?: readonly ServerFrame[] };
          for (const frame of value.frames ?? []) hear(frame);
          return value;
        },
      };
    },
  };
}
