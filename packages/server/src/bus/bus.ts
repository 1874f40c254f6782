import type { CloseCodeNumber, Conversation, LogEvent, Marks } from '@handrail/protocol';

/** Something that happened in a site, told to every server process. */
export type BusMessage =
  | { readonly t: 'appended'; readonly event: LogEvent; readonly conversation: Conversation }
  | {
      readonly t: 'marks';
      readonly conversation: string;
      readonly visitor: string;
      readonly side: 'visitor' | 'agent';
      readonly marks: Marks;
      /** The connection that said it, which needs no echo. */
      readonly origin: string;
    }
  | {
      readonly t: 'typing';
      readonly conversation: string;
      readonly visitor: string;
      readonly from: { readonly kind: 'visitor' | 'agent'; readonly id: string; readonly name?: string };
      readonly on: boolean;
    }
  | {
      /** A sign of life for a connection whose frames come by requests of their own, maybe to another process. */
      readonly t: 'heard';
      readonly kind: 'visitor' | 'agent';
      readonly id: string;
      readonly connection: string;
      /** End of the token that was shown. */
      readonly expiresAt: number | null;
    }
  | {
      /** Tokens of a visitor have ended: those of one sign-in, or (`null`) the anonymous one. */
      readonly t: 'ended';
      readonly visitor: string;
      readonly family: string | null;
      /** What connections that use one are closed with. */
      readonly close: CloseCodeNumber;
      readonly reason: string;
    };

/**
 * Carries messages between connections, also those of other processes. It is a hint and no truth: what it loses is
 * found again in the store by cursor. `busContract` is the proof of a driver.
 */
export interface Bus {
  /** Reaches every subscriber of the site, the publisher's own too; in order per publisher. Never throws. */
  publish(site: string, message: BusMessage): void;
  /** Returns its end. */
  subscribe(site: string, listener: (message: BusMessage) => void): () => void;
  close(): Promise<void>;
}
