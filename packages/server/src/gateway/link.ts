import type { CloseCodeNumber, Conversation, LogEvent, ServerFrame } from '@handrail/protocol';
import type { AgentActor, VisitorActor } from '../access/who.js';
import type { Outflow } from './outflow.js';

/** What the request that opened the connection said. */
export interface Request {
  readonly origin: string | undefined;
  readonly host: string | undefined;
}

/** One connection that said hello, as handlers see it. */
export interface Link {
  /** Unique among all server processes. */
  readonly id: string;
  readonly actor: VisitorActor | AgentActor;
  readonly request: Request;
  /** What rates and open answers are counted by: the connection, or the sender of several requests. */
  readonly sender: object;
  readonly out: Outflow;
  /** Sends a frame that must arrive. */
  reply(frame: ServerFrame): void;
  /** Sends a frame that is dropped when the reader is slow. */
  hint(frame: ServerFrame): void;
  /** What this link wrote is in the log; for links that no feed brings it to. */
  readonly wrote?: (event: LogEvent, conversation: Conversation) => void;
  /** Sends a heartbeat with the store's word on how far the log is. */
  beat(): Promise<void>;
  /** A sign of life came by another way, with a token that is valid so long. */
  heard(expiresAt: number | null): void;
  /** The token's end moved; `null` is never. At the end the connection is closed with 4001. */
  expires(at: number | null): void;
  close(code: CloseCodeNumber, reason: string): void;
}
