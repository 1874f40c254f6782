import type { ArticleInput } from './articleInput.js';
import { hashOf } from './hash.js';
import type { Problem } from './problem.js';
import { type BodySurroundings, type ReadBody, readBody } from './readBody.js';

/**
 * What earlier builds have read. Handed to every build of the same source, it makes an article cost nothing that did not change:
 * neither its text, nor what it links to, nor its images.
 */
export interface CompileMemory {
  /** By locale and id. */
  readonly bodies: Map<string, RememberedBody>;
}

interface RememberedBody {
  readonly key: string;
  readonly body: ReadBody;
  readonly problems: readonly Problem[];
  /** Images it asked for and what it got. */
  readonly images: readonly (readonly [src: string, got: string])[];
}

/** An empty memory. */
export function createCompileMemory(): CompileMemory {
  return { bodies: new Map() };
}

/** Reads the articles of a locale, those from memory that are as they were. */
export function readBodies(
  locale: string,
  inputs: readonly ArticleInput[],
  around: BodySurroundings,
  memory: CompileMemory | undefined,
): (ReadBody & { readonly input: ArticleInput })[] {
  if (!memory) return inputs.map(input => ({ input, ...readBody(input, around) }));
  const world = worldOf(inputs, around);
  return inputs.map(input => ({ input, ...readOnce(`${locale}/${input.id}`, input, world, around, memory) }));
}

/** What a link may lead to: a new article can mend the links of all others. */
function worldOf(inputs: readonly ArticleInput[], { html }: BodySurroundings): string {
  return JSON.stringify([
    html !== null,
    inputs.map(({ id, source, addresses, aliases }) => [id, source, addresses, aliases]),
  ]);
}

function readOnce(
  name: string,
  input: ArticleInput,
  world: string,
  around: BodySurroundings,
  { bodies }: CompileMemory,
): ReadBody {
  const key = hashOf(`${world}${JSON.stringify(input)}`, 13);
  const before = bodies.get(name);
  const isSame = ([src, got]: readonly [string, string]) => JSON.stringify(around.images.take(src, input)) === got;
  if (before?.key === key && before.images.every(isSame)) {
    before.problems.forEach(around.report);
    return before.body;
  }
  const problems: Problem[] = [];
  const images: (readonly [string, string])[] = [];
  const body = readBody(input, {
    ...around,
    report(problem) {
      problems.push(problem);
      around.report(problem);
    },
    images: {
      ...around.images,
      take(src, from) {
        const got = around.images.take(src, from);
        images.push([src, JSON.stringify(got)]);
        return got;
      },
    },
  });
  bodies.set(name, { key, body, problems, images });
  return body;
}
