import { type RawData, WebSocket } from 'ws';
import type { WireEvents } from './wire.js';

/** Codes the socket library closes with by itself: protocol error, unsupported data, bad UTF-8, limits, too large. */
const OF_THE_LIBRARY: readonly number[] = [1002, 1003, 1007, 1008, 1009];

/** A socket that says `4501` where the library would say a code clients take for "come back". */
export class ProtocolSocket extends WebSocket {
  /** Who is told; `null` before `tell`. */
  events: WireEvents | null = null;

  override close(code?: number, reason?: string | Buffer): void {
    if (code === undefined || !OF_THE_LIBRARY.includes(code)) super.close(code, reason);
    else super.close(4501, reason ?? `The frame broke the protocol or a limit (${code}).`);
  }

  /** Begins to tell; called once. All sockets share the listeners, which are called with their socket as `this`. */
  tell(events: WireEvents): void {
    this.events = events;
    this.on('message', received);
    this.on('ping', heard);
    this.on('error', failed);
    this.on('close', closed);
  }
}

function received(this: WebSocket, data: RawData, isBinary: boolean): void {
  (this as ProtocolSocket).events?.received(isBinary ? null : String(data));
}

function heard(this: WebSocket): void {
  (this as ProtocolSocket).events?.heard();
}

function failed(this: WebSocket, error: Error): void {
  (this as ProtocolSocket).events?.failed(error);
}

function closed(this: WebSocket, code: number): void {
  (this as ProtocolSocket).events?.closed(code);
}
