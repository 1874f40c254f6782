import type { Sample } from '@handrail/knowledge';

/** Something that learns intents from samples. */
export interface IntentEngine {
  /** As it stands in the table. */
  readonly name: string;
  /** How it is set up; printed. */
  readonly settings: string;
  /** Learns; rejects with {@link TookTooLong} when it has not finished by then. */
  train(samples: readonly Sample[], limitMs: number): Promise<TrainedIntents>;
}

/** A trained engine. */
export interface TrainedIntents {
  /** Gzip bytes of the saved model. */
  readonly bytes: number;
  classify(text: string): Promise<IntentAnswer>;
}

/** What an engine makes of a message. */
export interface IntentAnswer {
  /** Its answer; `null` when it says that the message means none of the intents. */
  readonly first: string | null;
  /** The most probable intent, whatever it says. */
  readonly best: string | null;
  /** Of `best`, 0 to 1. */
  readonly probability: number;
  /** Orders messages: in scope before out of scope. */
  readonly inScope: number;
}

/** Training was given up. */
export class TookTooLong extends Error {}
