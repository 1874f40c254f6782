/** Turns texts into vectors whose direction is their meaning: a sentence encoder. */
export interface Encoder {
  /** What it is called in explanations and problems. */
  readonly name: string;
  /**
   * One vector a text, in their order, all of the same length above 0; they need not be normalised. May reject.
   * `role` says whose texts they are, for models that read questions and documents differently.
   */
  encode(texts: readonly string[], role: 'message' | 'article'): Promise<readonly Float32Array[]>;
}

/** An encoder for `match`, and how far it is trusted. Nothing else uses it. */
export interface EncoderOptions {
  /** Reorders the ten best candidates of words. Whatever goes wrong with it, words answer alone. Default: none. */
  readonly encoder?: Encoder;
  /**
   * What a cosine similarity of 1 above the mean of the candidates adds to a candidate's logit, 0..100. Default 10: half the
   * scale (one by the temperature) that models of sentence-transformers are trained with by default, since words have said part of it
   * already. E5, whose temperature is 0.01, needs 50. More puts the encoder above words; with 0 it is asked and has no effect.
   */
  readonly weight?: number;
  /** Milliseconds the encoder has for a message; needs `wait`. Texts of articles it ends later are kept for the next. Default 1000. */
  readonly timeout?: number;
  /** Resolves after this many milliseconds; may stop early when `signal` aborts. Default: none, and the encoder may take its time. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<unknown>;
  /** Called when the encoder is left out, and not again before it has worked once. Default: nobody is told. */
  readonly onProblem?: (problem: string) => void;
  /** Texts of articles whose vectors are kept, 4 bytes a number; the longest unused go first. Default 5000. */
  readonly keptTexts?: number;
}

/** What the encoder had to say of a message. */
export interface EncoderExplanation {
  readonly name: string;
  /** Why it was left out; absent when it was heard. */
  readonly problem?: string;
}
