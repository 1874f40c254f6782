import { HandrailError } from './errors.js';

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
 * @param failed told about the throw, and what the listener listened to
 */
export function createEmitter<Events>(failed: (error: unknown, type: keyof Events) => void): Emitter<Events> {
  type Listener = (data: never) => void;
  const all = new Map<keyof Events, Map<Listener, { once: boolean }>>();
  const add = (type: keyof Events, listener: Listener, once: boolean) => {
    if (typeof listener !== 'function') throw new HandrailError('bad_request', 'on: expected a function.');
    const known = all.get(type) ?? new Map<Listener, { once: boolean }>();
    all.set(type, known.set(listener, { once }));
    return () => {
      known.delete(listener);
    };
  };
  const emitter: Emitter<Events> = {
    on: (type, listener) => add(type, listener as Listener, false),
    once: (type, listener) => add(type, listener as Listener, true),
    off(type, listener) {
      all.get(type)?.delete(listener as Listener);
    },
    emit(type, data) {
      for (const [listener, { once }] of [...(all.get(type) ?? [])]) {
        if (once) all.get(type)?.delete(listener);
        try {
          (listener as (data: unknown) => void)(data);
        } catch (error) {
          failed(error, type);
        }
      }
    },
    clear: () => all.clear(),
  };
  return emitter;
}
