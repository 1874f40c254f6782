import { Icon } from './Icon.js';

const TONES = 5;

/** A person's first letter on one of a few quiet grounds; the same person always has the same one. */
export function Avatar({ id, name, small = false }: { id: string; name: string | undefined; small?: boolean }) {
  const letter = [...(name ?? '').trim()][0]?.toLocaleUpperCase();
  let sum = 0;
  for (const char of id) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 9973;
  return (
    <span class={`avatar tone-${sum % TONES}${small ? ' small' : ''}`} aria-hidden="true">
      {letter ?? <Icon name="person" size={18} />}
    </span>
  );
}
