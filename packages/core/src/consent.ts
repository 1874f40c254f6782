/** What the customer agreed to. */
export interface Consent {
  /** Keeping things in this browser. `false`: nothing is kept longer than the page lives, and what was kept is removed. */
  readonly storage: boolean;
  /** Telling the server how help sessions end, in numbers. `false`: no such report leaves the page. */
  readonly analytics: boolean;
  /** Having answers written by a language model. `false`: answers are quoted from articles, and nothing is sent to a model. */
  readonly ai: boolean;
}

/** Everything that was not said otherwise is agreed to. */
export const ALL_CONSENT: Consent = { storage: true, analytics: true, ai: true };
