/** What a command may use of the process; tests bring their own. */
export interface CliIo {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What is typed or piped in, line by line. Reading begins with the first one asked for. */
  readonly lines: () => AsyncIterator<string>;
  /** Whether a person reads along. */
  readonly isTerminal: boolean;
  /** Where a progress bar is drawn; none without a terminal. */
  readonly bar?: NodeJS.WriteStream;
  readonly platform: NodeJS.Platform;
  /** Calls back at each request to stop (SIGTERM, SIGINT). */
  readonly onStop: (listener: () => void) => void;
  /** Ends the process at once. */
  readonly quit: (code: number) => void;
}

/** Where a command gets its settings from. */
export interface ConfigArguments {
  /** Path of the settings file. */
  readonly config: string;
  readonly port?: string | undefined;
  readonly data?: string | undefined;
}
