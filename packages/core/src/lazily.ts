/** A part whose code is fetched when it is first needed. */
export interface Lazily<T> {
  (): Promise<T>;
  /** What was fetched or is on its way; `null` before the first call. */
  begun(): Promise<T> | null;
}

/** Loads once. A file that could not be fetched is asked for again at the next call. */
export function lazily<T>(load: () => Promise<T>): Lazily<T> {
  let loading: Promise<T> | null = null;
  const get = () => {
    loading ??= load();
    loading.catch(() => {
      loading = null;
    });
    return loading;
  };
  return Object.assign(get, { begun: () => loading });
}
