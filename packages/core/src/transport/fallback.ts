import { decodeServerFrame } from '@handrail/protocol';
import type { Storage } from '../storage/storage.js';
import { eventStreamTransport } from './eventStream.js';
import type { LineParts } from './line.js';
import { longPollTransport } from './longPoll.js';
import type { OpenTransport, Transport, TransportEvents, TransportName } from './transport.js';

/** What the ladder is made from. */
export interface LadderParts extends LineParts {
  readonly storage: Storage;
  /** Where it is remembered which transport worked: its name and until when, in ms. */
  readonly key: string;
}

/** What worked without a WebSocket is used for this long before a WebSocket is tried again. */
const REMEMBER_MS = 3_600_000;

/**
 * The rungs below the WebSocket: an event stream, or a long poll where nothing comes through it. Only what a server
 * answered over is remembered; what did not work is forgotten.
 */
export function fallbackTransport({ storage, key, ...parts }: LadderParts): OpenTransport {
  const { now } = parts.environment;
  return events => {
    const [known, until] = (storage.get(key) ?? '').split(' ');
    let carrier: TransportName = 'eventStream';
    let isWelcomed = false;
    let current: Transport;
    const remember = () => {
      isWelcomed = true;
      // The hour is not begun anew by every connection.
      if (known === carrier && Number(until) > now()) return;
      storage.set(key, `${carrier} ${now() + REMEMBER_MS}`);
    };
    const told: TransportEvents = {
      ...events,
      opened(name) {
        carrier = name;
        events.opened(name);
      },
      received(text) {
        if (!isWelcomed && decodeServerFrame(text)?.t === 'welcome') remember();
        events.received(text);
      },
      closed(close) {
        if (!isWelcomed) storage.remove(key);
        events.closed(close);
      },
    };
    const poll = () => {
      current = longPollTransport(parts)(told);
    };
    if (known === 'longPoll') poll();
    else current = eventStreamTransport(parts, poll)(told);
    return {
      send: text => current.send(text),
      close: (code, reason) => current.close(code, reason),
    };
  };
}
