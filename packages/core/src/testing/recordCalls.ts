/** A method that was called, and with what. */
export interface TestCall {
  readonly method: string;
  readonly args: readonly unknown[];
}

/** Methods that do the same, and write down that they were called. */
export function recordCalls<T extends object>(methods: T, calls: TestCall[]): T {
  const recorded = Object.entries(methods).map(([method, value]) => [
    method,
    typeof value !== 'function'
      ? value
      : (...args: unknown[]) => {
          calls.push({ method, args });
          return value(...args);
        },
  ]);
  return Object.fromEntries(recorded);
}
