/** What the customer chose in this browser. Apart from the keys of the client: it says nothing about anybody. */
const WANTED = 'handrail:sound';
/** The message that was heard last, in whichever tab. */
const HEARD = 'handrail:sound-heard';

/** Whether the customer wants a sound; off until they say so. */
export const wantsSound = (): boolean => read(WANTED) === '1';

/**
 * Remembers the choice.
 * @param keep `false` where nothing may be stored: it holds for this page
 */
export function chooseSound(on: boolean, keep: boolean): void {
  write(WANTED, on ? '1' : null, keep);
}

/** Claims a message for this tab: `false` when another tab has played it. */
export async function claimSound(message: string): Promise<boolean> {
  const claim = () => {
    if (read(HEARD) === message) return false;
    write(HEARD, message, read(WANTED, true) !== null);
    return true;
  };
  const { locks } = navigator as { locks?: LockManager };
  return locks ? locks.request(HEARD, claim) : claim();
}

/** For pages that may store nothing. */
const memory = new Map<string, string>();

function read(name: string, onlyKept = false): string | null {
  const held = onlyKept ? null : (memory.get(name) ?? null);
  try {
    return localStorage.getItem(name) ?? held;
  } catch {
    return held;
  }
}

function write(name: string, value: string | null, keep: boolean): void {
  if (value === null) memory.delete(name);
  else memory.set(name, value);
  try {
    if (value === null) localStorage.removeItem(name);
    else if (keep) localStorage.setItem(name, value);
  } catch {
    // Refused: memory has it.
  }
}
