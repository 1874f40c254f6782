import { type CloseCodeNumber, encode, type ServerFrame } from '@handrail/protocol';
import type { Joined } from '../handlers/welcome.js';
import type { Heartbeat } from './heartbeat.js';
import type { Link, Request } from './link.js';
import type { Outflow } from './outflow.js';

/** What a link does to its connection. */
export interface LinkWork {
  readonly id: string;
  readonly request: Request;
  readonly out: Outflow;
  readonly heart: Heartbeat;
  readonly joined: Joined | null;
  expiresAt: number | null;
  close(code: CloseCodeNumber, reason: string): void;
}

/** A connection, as handlers see it. */
export function createConnectionLink(work: LinkWork, actor: Link['actor']): Link {
  return new ConnectionLink(work, actor);
}

/** A class, because every connection has one: methods are shared where closures would be made for each. */
class ConnectionLink implements Link {
  readonly actor: Link['actor'];
  readonly sender: LinkWork;

  constructor(work: LinkWork, actor: Link['actor']) {
    this.sender = work;
    this.actor = actor;
  }

  get id(): string {
    return this.sender.id;
  }

  get request(): Request {
    return this.sender.request;
  }

  get out(): Outflow {
    return this.sender.out;
  }

  reply(frame: ServerFrame): void {
    this.out.send(encode(frame));
  }

  hint(frame: ServerFrame): void {
    this.out.hint(encode(frame));
  }

  async beat(): Promise<void> {
    this.sender.heart.beaten();
    const frame = await this.sender.joined?.member.beat();
    if (frame) this.reply(frame);
  }

  heard(expiresAt: number | null): void {
    this.sender.heart.heard();
    this.sender.expiresAt = expiresAt;
  }

  expires(at: number | null): void {
    this.sender.expiresAt = at;
  }

  close(code: CloseCodeNumber, reason: string): void {
    this.sender.close(code, reason);
  }
}
