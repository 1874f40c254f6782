/** Listeners of one kind each; `on` and `once` return their unsubscribe. */
export interface Emitter<Events> {
  on<K extends keyof Events>(type: K, listener: (data: Events[K]) => void): () => void;
  once<K extends keyof Events>(type: K, listener: (data: Events[K]) => void): () => void;
  off<K extends keyof Events>(type: K, listener: (data: Events[K]) => void): void;
  emit<K extends keyof Events>(type: K, data: Events[K]): void;
  clear(): void;
}

/**
 * A listener that throws stops neither the others nor the caller.
 * @param failed told about the throw
 */
export function createEmitter<Events>(failed: (error: unknown) => void): Emitter<Events> {
  const all = new Map<keyof Events, Set<(data: never) => void>>();
  const of = (type: keyof Events) => {
    const known = all.get(type) ?? new Set();
    all.set(type, known);
    return known;
  };
  const emitter: Emitter<Events> = {
    on(type, listener) {
      of(type).add(listener as (data: never) => void);
      return () => emitter.off(type, listener);
    },
    once(type, listener) {
      const stop = emitter.on(type, data => {
        stop();
        listener(data);
      });
      return stop;
    },
    off(type, listener) {
      of(type).delete(listener as (data: never) => void);
    },
    emit(type, data) {
      for (const listener of [...of(type)]) {
        try {
          (listener as (data: unknown) => void)(data);
        } catch (error) {
          failed(error);
        }
      }
    },
    clear: () => all.clear(),
  };
  return emitter;
}
