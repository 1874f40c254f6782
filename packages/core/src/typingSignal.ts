/** Says "typing" at most every three seconds, and once when it stops. */
export interface TypingSignal {
  set(conversation: string, on: boolean): void;
}

/** Throttle of the protocol's item on ephemeral frames. */
const THROTTLE_MS = 3_000;

/** @param send puts the frame on the wire, if there is one */
export function createTypingSignal(now: () => number, send: (conversation: string, on: boolean) => void): TypingSignal {
  let said: { conversation: string; at: number } | null = null;
  return {
    set(conversation, on) {
      if (!on) {
        if (said?.conversation === conversation) send(conversation, false);
        said = null;
        return;
      }
      if (said?.conversation === conversation && now() - said.at < THROTTLE_MS) return;
      said = { conversation, at: now() };
      send(conversation, true);
    },
  };
}
