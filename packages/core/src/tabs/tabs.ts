/** What is needed of a `BroadcastChannel`: every other tab of this origin hears what is posted. */
export interface ChannelLike {
  onmessage: ((event: never) => void) | null;
  postMessage(message: unknown): void;
  close(): void;
}

/** What is needed of `navigator.locks`: one holder of a name at a time, the next one when it ends or dies. */
export interface LocksLike {
  request(
    name: string,
    options: { readonly ifAvailable?: boolean; readonly signal?: never },
    run: (lock: unknown) => Promise<void> | undefined,
  ): Promise<unknown>;
}

/** How the tabs of one browser reach each other. */
export interface TabsLike {
  readonly openChannel: (name: string) => ChannelLike;
  readonly locks: LocksLike;
}

/** What the tabs say on their channel. `to: null` means every tab; texts are frames. */
export type TabMessage =
  /** A follower wants in: its first frame. */
  | { readonly t: 'hello'; readonly from: string; readonly text: string }
  /** A follower's frame for the server. */
  | { readonly t: 'up'; readonly text: string }
  /** A frame of the server, or one the leader answers with. */
  | { readonly t: 'down'; readonly to: string | null; readonly text: string }
  /** The line is gone, or not there yet; the follower comes back later. */
  | { readonly t: 'gone'; readonly to: string | null; readonly code: number; readonly reason: string }
  /** Another visitor holds the line: the follower needs one of its own. */
  | { readonly t: 'alone'; readonly to: string }
  /** The leader is welcome; whoever waits may come now. */
  | { readonly t: 'online' };
