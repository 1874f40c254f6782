/** A source that cannot be opened at all: `wrong` is nothing of the kind, `unreadable` may not or cannot be read. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  readonly reason: 'wrong' | 'unreadable';

  constructor(reason: SourceError['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}
