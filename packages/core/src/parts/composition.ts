/** What is looked at of a key; events of every browser and framework fit. */
export interface KeyLike {
  readonly key: string;
  readonly shiftKey?: boolean;
  readonly isComposing?: boolean;
  readonly keyCode?: number;
}

/** Whether a key only moves or confirms what an input method composes, as far as the key itself tells. */
export const isComposingKey = ({ isComposing, keyCode }: KeyLike) =>
  // Safari ends a composition before the keydown of the Enter that confirmed it; keyCode 229 tells.
  isComposing === true || keyCode === 229;

/** Knows whether a key belongs to an input method rather than to the page. */
export interface Composition {
  /** On `compositionstart`. */
  start(): void;
  /** On `compositionend`. */
  end(): void;
  /** Whether this key only moves or confirms what is being composed. */
  takes(key: KeyLike): boolean;
}

/** Follows the compositions of one field. */
export function createComposition(): Composition {
  let composing = false;
  return {
    start() {
      composing = true;
    },
    end() {
      composing = false;
    },
    takes: key => composing || isComposingKey(key),
  };
}
