import type { ErrorCodeName } from '@handrail/protocol';

/** A store that could not be opened, or a write that was not kept. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: ErrorCodeName;

  constructor(code: ErrorCodeName, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
