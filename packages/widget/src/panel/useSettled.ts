import { useEffect, useState } from 'preact/hooks';

/** True once `value` has been true for `ms` without a break. */
export function useSettled(value: boolean, ms: number): boolean {
  const [settled, set] = useState(false);
  useEffect(() => {
    if (!value) {
      set(false);
      return;
    }
    const timer = setTimeout(() => set(true), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled && value;
}
