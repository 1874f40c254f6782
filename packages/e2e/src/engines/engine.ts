/** Keys by the names `KeyboardEvent.key` gives them. */
export type Key = 'Tab' | 'Enter' | 'Escape' | 'ArrowDown';

/** A place in the viewport, in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A page in some browser; few things, so that each engine does them the way it can. */
export interface EnginePage {
  /** Version of the browser, as it tells it. */
  readonly version: string;
  /** Loads an address; resolves with the page's `load`. */
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Runs a function that stands for itself in the page; arguments and answer are JSON. */
  evaluate<A extends readonly unknown[], R>(work: (...args: A) => R, ...args: A): Promise<R>;
  /** The mouse goes there and presses, as the browser takes it from a hand. */
  click(point: Point): Promise<void>;
  /** Key by key. */
  type(text: string): Promise<void>;
  press(key: Key): Promise<void>;
  /** Sets the size of the page, as near as the browser's window allows. */
  resize(width: number, height: number): Promise<void>;
  /** The viewport as PNG. */
  picture(): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** What differs from a browser as it comes. */
export interface EngineOptions {
  /** The visitor's system is dark. Default: it is light. */
  readonly dark?: boolean;
}

/** A running browser. */
export interface Engine {
  /** A page with nothing stored. */
  open(): Promise<EnginePage>;
  close(): Promise<void>;
}

/** Starts a browser that is there; rejects with what is missing. */
export type OpenEngine = (options?: EngineOptions) => Promise<Engine>;
