/** A line of a Markdown file and where it came from, so that messages name the right line after lines were moved. */
export interface Line {
  readonly text: string;
  /** 1-based line of the file. */
  readonly line: number;
}

/** Tells of something left out. */
export type Remark = (line: number, message: string) => void;

/** The lines of a text whose first is line `first` of its file. */
export function toLines(text: string, first = 1): Line[] {
  return text.split('\n').map((each, at) => ({ text: each, line: first + at }));
}
