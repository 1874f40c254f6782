import { markedParts } from '@handrail/core/parts';

/** A text with its matched parts marked; `marks` are UTF-16 ranges in order. */
export function Marked({ text, marks }: { text: string; marks: readonly (readonly [number, number])[] }) {
  return <>{markedParts(text, marks).map(part => (part.marked ? <mark>{part.text}</mark> : part.text))}</>;
}
