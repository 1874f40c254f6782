import type { ClientFrame, ClientFrameKind } from '@handrail/protocol';
import type { Logger } from 'pino';
import type { Link } from './link.js';

/** What happens to each frame after hello. */
export type Handlers = {
  readonly [K in Exclude<ClientFrameKind, 'hello'>]: (
    link: Link,
    frame: Extract<ClientFrame, { t: K }>,
  ) => void | Promise<void>;
};

/**
 * Hands a frame to its handler and resolves when it was answered; what the handler throws is logged and answered with
 * `internal`. Never rejects.
 */
export async function dispatch(handlers: Handlers, link: Link, frame: ClientFrame, log: Logger): Promise<void> {
  try {
    await handlerOf(handlers, frame.t)(link, frame);
  } catch (error) {
    log.error({ err: error, actor: link.actor.id, frame: frame.t }, 'a handler failed');
    link.reply({ t: 'error', code: 'internal', message: 'The server failed; nothing was stored.' });
  }
}

function handlerOf(handlers: Handlers, kind: ClientFrameKind) {
  const handler = kind === 'hello' ? refuseHello : handlers[kind];
  return handler as (link: Link, frame: ClientFrame) => void | Promise<void>;
}

function refuseHello(link: Link): void {
  const message = 'Hello was said already.';
  link.reply({ t: 'error', code: 'bad_frame', message, path: '/t', got: 'hello' });
}
