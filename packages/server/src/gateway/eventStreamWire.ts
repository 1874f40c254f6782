import type { ServerResponse } from 'node:http';
import type { Wire } from './wire.js';

/**
 * Frames down as server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html); what the client
 * says comes by other requests. First an `open` event with the stream's id, which shows at once whether something on
 * the way holds answers back; then one event per frame; at the end a `close` event with code and reason.
 * @param hello the frame that opened the stream
 */
export function eventStreamWire(response: ServerResponse, id: string, hello: string): Wire {
  const write = (event: string, data: string, left?: () => void) =>
    response.write(`${event === '' ? '' : `event: ${event}\n`}data: ${data}\n\n`, left);
  return {
    listen(events) {
      response.on('error', error => events.failed(error));
      response.on('close', () => events.closed(1006));
      write('open', JSON.stringify({ stream: id }));
      queueMicrotask(() => events.received(hello));
    },
    send: (data, left) => void write('', data, left),
    buffered: () => response.writableLength,
    cork: () => response.cork(),
    uncork: () => response.uncork(),
    close(code, reason) {
      write('close', JSON.stringify({ code, reason }));
      response.end();
    },
    terminate: () => response.destroy(),
  };
}
