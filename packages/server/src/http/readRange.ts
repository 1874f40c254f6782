/**
 * One range of bytes (https://www.rfc-editor.org/rfc/rfc9110#section-14.2), both places included. `null`: the whole; several ranges
 * count as none asked for. `'none'`: nothing of it is there.
 */
export function readRange(header: string | undefined, size: number): readonly [number, number] | 'none' | null {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return null;
  if (first === '') return Number(last) === 0 ? 'none' : [Math.max(0, size - Number(last)), size - 1];
  const [start, end] = [Number(first), last === '' ? size - 1 : Math.min(Number(last), size - 1)];
  if (start >= size) return 'none';
  return start <= end ? [start, end] : null;
}
