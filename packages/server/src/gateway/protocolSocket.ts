import { WebSocket } from 'ws';

/** Codes the socket library closes with by itself: protocol error, unsupported data, bad UTF-8, limits, too large. */
const OF_THE_LIBRARY: readonly number[] = [1002, 1003, 1007, 1008, 1009];

/** A socket that says `4501` where the library would say a code clients take for "come back". */
export class ProtocolSocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    if (code === undefined || !OF_THE_LIBRARY.includes(code)) super.close(code, reason);
    else super.close(4501, reason ?? `The frame broke the protocol or a limit (${code}).`);
  }
}
