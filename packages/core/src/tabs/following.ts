import type { Environment } from '../environment.js';
import type { Transport, TransportEvents } from '../transport/transport.js';
import type { TabMessage } from './tabs.js';

/** What a follower needs. */
export interface FollowingParts extends TransportEvents {
  readonly environment: Pick<Environment, 'setTimeout' | 'clearTimeout'>;
  readonly tab: string;
  readonly post: (message: TabMessage) => void;
  /** Nobody answered, or who answered is somebody else's tab. */
  readonly alone: () => void;
  /** It follows no more. */
  readonly done: () => void;
}

/** A transport through the tab that leads. */
export interface Following extends Transport {
  hear(message: Extract<TabMessage, { t: 'down' | 'gone' | 'alone' }>): void;
  end(code: number, reason: string): void;
}

/** How long a leader may take to answer before a tab opens a line of its own, in milliseconds. */
const ANSWER_MS = 1000;

/** The first frame is answered by the leader, all others by the server. */
export function createFollowing(parts: FollowingParts): Following {
  const { environment, tab, post } = parts;
  let state: 'new' | 'asking' | 'in' | 'over' = 'new';
  let patience: unknown;

  const stop = () => {
    state = 'over';
    environment.clearTimeout(patience);
    parts.done();
  };
  const end = (code: number, reason: string) => {
    if (state === 'over') return;
    stop();
    parts.closed({ code, reason });
  };
  const goAlone = () => {
    stop();
    parts.alone();
  };
  return {
    send(text) {
      if (state === 'in') post({ t: 'up', text });
      if (state !== 'new') return;
      state = 'asking';
      patience = environment.setTimeout(goAlone, ANSWER_MS);
      post({ t: 'hello', from: tab, text });
    },
    hear(message) {
      if (state === 'over' || state === 'new') return;
      if (message.t === 'gone') return end(message.code, message.reason);
      if (message.t === 'alone') return goAlone();
      // What the server says to all before the leader's answer came is in that answer.
      if (state === 'asking' && message.to === null) return;
      environment.clearTimeout(patience);
      state = 'in';
      parts.received(message.text);
    },
    end,
    close: end,
  };
}
