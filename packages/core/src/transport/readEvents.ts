/** One server-sent event; `event` is empty when it has no name. */
export interface SentEvent {
  readonly event: string;
  readonly data: string;
}

/**
 * Reads server-sent events out of pieces of text, as far as Handrail's server writes them: one `data` line each, lines
 * that end in LF. Comments are passed over.
 */
export function createEventReader(tell: (event: SentEvent) => void): (text: string) => void {
  let rest = '';
  return text => {
    const blocks = (rest + text).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const lines = block.split('\n');
      const field = (name: string) => lines.find(line => line.startsWith(`${name}: `))?.slice(name.length + 2);
      const data = field('data');
      if (data !== undefined) tell({ event: field('event') ?? '', data });
    }
  };
}
