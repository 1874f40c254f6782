import type { Problem } from '../problem.js';

/** An article of an export in one language, in the terms all vendors share. */
export interface ExportedArticle {
  /** The vendor's id; the same in all languages. */
  readonly id: string;
  /** As the vendor writes it (`en-us`); `null` when the export does not say. */
  readonly locale: string | null;
  readonly title: string;
  readonly html: string;
  readonly summary?: string;
  readonly section?: string;
  readonly tags?: readonly string[];
  /** ISO 8601 date. */
  readonly updated?: string;
  readonly audience?: string;
  /** Where it stood, with host. */
  readonly address?: string;
  /** What addresses carry for its id, when that is not the id. */
  readonly aliases?: readonly string[];
  /** File of the export, and JSON path in it. */
  readonly where: string;
  readonly path: string;
}

/** An object of an export that a vendor knows. */
export interface ExportRecord {
  readonly kind: string;
  readonly value: Readonly<Record<string, unknown>>;
  readonly where: string;
  readonly path: string;
  /** The record it stands in. */
  readonly parent?: ExportRecord;
}

/** A help desk whose exports can be read. */
export interface Vendor {
  readonly name: string;
  /** Hosts its images come from, besides the help centre's own; `*.` stands for any name before. */
  readonly imageHosts: readonly string[];
  /** How its objects are recognised, by kind, the first that fits; one kind is `article`. */
  readonly shapes: Readonly<Record<string, (value: Readonly<Record<string, unknown>>) => boolean>>;
  /** What a path of its help centre carries for the article's id; `null` when it leads elsewhere. */
  readonly idInPath: (path: string) => string | null;
  /** Articles among the records; what cannot be used or is not public is reported. */
  readonly read: (records: readonly ExportRecord[], report: (problem: Problem) => void) => ExportedArticle[];
}
