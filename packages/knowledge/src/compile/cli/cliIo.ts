/** What a command may use of the process; tests and other command lines bring their own. */
export interface KnowledgeIo {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether a person reads along: then there may be colours, unless `NO_COLOR` is set. */
  readonly isTerminal: boolean;
  /** Where a progress bar is drawn; none without a terminal. */
  readonly bar?: NodeJS.WriteStream;
  /** Calls back at each request to stop (SIGTERM, SIGINT). */
  readonly onStop: (listener: () => void) => void;
  /** What the command is called in messages. Default `handrail-knowledge`. */
  readonly name?: string;
}

/** What the command line ends with. */
export const EXIT = {
  /** Done. */
  done: 0,
  /** Problems: `check` found errors, everything was refused, something could not be read or written; with `--strict` warnings, too. */
  problems: 1,
  /** The command cannot be understood, or the source is none. */
  wrongUse: 2,
  /** The source holds no articles; `try`: nothing was found. */
  nothing: 3,
} as const;
