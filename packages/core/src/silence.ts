import type { Environment } from './environment.js';

/** Minutes of silence after which a flow is told. */
export interface SilenceTimes {
  readonly checkInMinutes: number;
  readonly assumedMinutes: number;
}

/** What watching needs. */
export interface SilenceParts {
  readonly environment: Pick<Environment, 'now' | 'setTimeout' | 'clearTimeout'>;
  /** When the customer said something to the bot last; `null` when the bot does not have the conversation. */
  readonly saidAt: (conversation: string) => number | null;
  /** Whether this page is the one to tell; another tab may have told already. */
  readonly claim: (word: string) => boolean;
  readonly tell: (conversation: string, minutes: number) => void;
}

/** Notices that a customer is silent. */
export interface Silence {
  /** Something happened in a conversation, or a page took it up again. */
  watch(conversation: string, times: SilenceTimes): void;
}

const MINUTE = 60_000;

/**
 * Tells each of the two times once, also of a silence that passed while no page was open: the later one then. What was said
 * last is asked for again when a timer runs out, so that another tab's words count.
 */
export function createSilence({ environment, saidAt, claim, tell }: SilenceParts): Silence {
  const { now, setTimeout, clearTimeout } = environment;
  const timers = new Map<string, unknown>();

  function watch(conversation: string, times: SilenceTimes) {
    clearTimeout(timers.get(conversation));
    timers.delete(conversation);
    const since = saidAt(conversation);
    if (since === null) return;
    const silent = now() - since;
    const steps = [times.checkInMinutes, times.assumedMinutes].filter(minutes => minutes > 0);
    const next = steps.find(minutes => silent < minutes * MINUTE);
    if (next !== undefined) {
      const timer = setTimeout(() => watch(conversation, times), next * MINUTE - silent);
      timers.set(conversation, timer);
    }
    const due = steps.findLast(minutes => silent >= minutes * MINUTE);
    if (due !== undefined && claim(`${conversation} ${since} ${due}`)) tell(conversation, due);
  }
  return { watch };
}
