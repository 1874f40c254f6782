/**
 * What people write, per locale. Each field holds alternatives of a regular expression over text that went through
 * `normalise`: lower case, no accents, no punctuation (an apostrophe is a space). `(?:…)`, `?`, `*`, `[^ ]` may be used.
 */
export interface Phrases {
  readonly locale: string;
  /** False for scripts that set no (or free) spaces: all spaces are taken out before matching. */
  readonly spaced: boolean;
  /** Clear request for a person, anywhere in a message. */
  readonly request: string;
  /** Clear request when the message has nothing else but fillers. */
  readonly bare: string;
  /** Taken out before looking for a request: it only looks like one. */
  readonly notRequest: string;
  /** May be a request, when the message has nothing else but fillers. */
  readonly ambiguous: string;
  /** Words that add nothing. */
  readonly filler: string;
  /** Whole messages that need a short human reply. */
  readonly hello: string;
  readonly thanks: string;
  readonly bye: string;
  readonly fine: string;
  /** "Are you a bot?", anywhere in a message. */
  readonly identity: string;
  /** Whole messages that answer a yes/no question. */
  readonly yes: string;
  readonly no: string;
  /** Anger or distress: one is enough. */
  readonly strong: string;
  /** Anger or distress when joined by another sign. */
  readonly mild: string;
  /** A word that, standing right before, turns a sign off. Empty: none. */
  readonly negators: string;
}
