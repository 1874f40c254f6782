/** A kind of server to measure. */
export interface Target {
  /** As it stands in the table. */
  readonly name: string;
  /** How often a message is heard of: back at its sender, at the other side. */
  readonly signals: number;
  /**
   * Starts the server in a process of its own and connects.
   * @param heard called with a message's number, `signals` times when nothing is lost
   */
  start(sockets: number, heard: (message: number) => void): Promise<RunningTarget>;
  /** Takes away what outlives a process. */
  remove?(): void;
}

/** A server with all sockets connected. */
export interface RunningTarget {
  readonly pid: number;
  /** Sends a message of 120 bytes; senders take turns. */
  send(message: number): void;
  /** Opens more sockets, greeted like the others, that say nothing; returns their end. */
  openIdle(count: number): Promise<() => void>;
  /** Ends sockets and process. */
  stop(): Promise<void>;
}

/** Customers that share one agent: nine, as in a busy team. */
export const VISITORS_PER_AGENT = 9;

/** Text of every message, in ASCII. */
export const TEXT = 'My order has not arrived yet, could you please look where it is? '.padEnd(120, '.');

/** How many of the sockets are agents; each has a room of its own. */
export function agentsAmong(sockets: number): number {
  return Math.max(1, Math.floor(sockets / (VISITORS_PER_AGENT + 1)));
}
