import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Hello, Poll, Posted } from '@handrail/protocol';
import type { Answer } from './answer.js';
import { answerFrames, type FramesParts } from './answerFrames.js';
import type { ConnectionOptions, ConnectionParts } from './connection.js';
import { eventStreamWire } from './eventStreamWire.js';
import { pollWire } from './pollWire.js';

/** Connections over plain HTTP, for networks that let no WebSocket through. Frames are not checked yet. */
export interface Doors {
  /** Answers with an event stream; its head must be written already. */
  stream(request: IncomingMessage, response: ServerResponse, hello: unknown): void;
  /** Resolves when there is something to say, at the latest with the next heartbeat. */
  poll(request: IncomingMessage, response: ServerResponse, poll: Poll): Promise<Answer>;
  frames(request: IncomingMessage, token: string, posted: Posted): Promise<Answer>;
}

/** What they are made of. */
export interface DoorsParts extends ConnectionParts, FramesParts {}

/**
 * @param begin takes a new connection into the care of the gateway, until `response` is closed
 */
export function openDoors(
  parts: DoorsParts,
  begin: (options: ConnectionOptions, response: ServerResponse) => void,
): Doors {
  return {
    stream(request, response, hello) {
      const id = parts.newId();
      const wire = eventStreamWire(response, id, JSON.stringify(hello));
      begin({ id, wire, request: originOf(request), parts }, response);
    },
    poll(request, response, { hello, seen }) {
      const wire = pollWire(JSON.stringify(hello), seen);
      const welcome: ConnectionParts['welcome'] = async (link, said, version) => {
        parts.senders.prove(said.token);
        const joined = await parts.welcome(link, said, version);
        wire.greeted();
        return joined;
      };
      const { take } = parts.senders.of(tokenOf(hello));
      const options = { wire, request: originOf(request), parts: { ...parts, welcome }, intake: take };
      response.on('close', wire.abandoned);
      begin(options, response);
      return wire.answer;
    },
    frames: (request, token, posted) => answerFrames(parts, token, originOf(request), posted),
  };
}

const originOf = ({ headers }: IncomingMessage) => ({ origin: headers.origin, host: headers.host });

function tokenOf(hello: unknown): string {
  const { token } = (hello ?? {}) as Partial<Hello>;
  return typeof token === 'string' ? token : '';
}
