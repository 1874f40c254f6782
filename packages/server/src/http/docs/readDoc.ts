/** A documentation file in two parts. */
export interface Doc {
  /** From the front matter, else the first heading; `null` when there is neither. */
  readonly title: string | null;
  /** Markdown that begins with a heading whenever there is a title. */
  readonly body: string;
}

const FRONT = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;
const HEADING = /^#[ \t]+(.+?)[ \t]*#*[ \t]*$/m;

/** Parts the front matter, of which only `title` is used, from the text. */
export function readDoc(source: string): Doc {
  const front = FRONT.exec(source);
  const body = front === null ? source : source.slice(front[0].length);
  const heading = HEADING.exec(body)?.[1]?.replace(/[`*]/g, '') ?? null;
  const given = /^title:[ \t]*(["']?)(.+?)\1[ \t]*$/m.exec(front?.[1] ?? '')?.[2] ?? null;
  return given !== null && heading === null
    ? { title: given, body: `# ${given}\n\n${body}` }
    : { title: given ?? heading, body };
}
