import type { ClientFrame } from './frames/client.js';
import type { ServerFrame } from './frames/server.js';

/** A frame as text for the wire. */
export function encode(frame: ClientFrame | ServerFrame): string {
  return JSON.stringify(frame);
}

/**
 * A server's frame from the wire, or `null` when it is none. The server is trusted for shapes, so only the envelope is
 * looked at; what reaches the screen is drawn from trees and text alone.
 */
export function decodeServerFrame(text: string): ServerFrame | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && typeof (value as ServerFrame).t === 'string'
      ? (value as ServerFrame)
      : null;
  } catch {
    return null;
  }
}
