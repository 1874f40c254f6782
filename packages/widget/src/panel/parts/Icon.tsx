import type { articleDrawings } from '../drawings/articleDrawings.js';
import type { faceDrawings } from '../drawings/faceDrawings.js';
import type { fileDrawings } from '../drawings/fileDrawings.js';
import { firstDrawings } from '../drawings/firstDrawings.js';
import type { moreDrawings } from '../drawings/moreDrawings.js';

/** Name of a drawing. */
export type IconName =
  | keyof typeof firstDrawings
  | keyof typeof moreDrawings
  | keyof typeof articleDrawings
  | keyof typeof fileDrawings
  | keyof typeof faceDrawings;

/** Shapes by name. */
export type Drawings = Readonly<Partial<Record<IconName, string>>>;

const known: Partial<Record<IconName, string>> = { ...firstDrawings };

/** Views that come later bring their drawings along. */
export function addDrawings(drawings: Drawings): void {
  Object.assign(known, drawings);
}

/** Drawings that point somewhere, and turn around in right-to-left languages. */
const FLIPS: ReadonlySet<IconName> = new Set(['back', 'next', 'mark', 'external', 'enter']);

/** Decorative: the words beside it say what it means. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={FLIPS.has(name) ? 'icon flips' : 'icon'} viewBox="0 0 24 24" aria-hidden="true">
      <path d={known[name]} />
    </svg>
  );
}
