import { SourceError } from '../source/sourceError.js';
import { EXIT, type KnowledgeIo } from './cliIo.js';
import { helpText } from './helpText.js';
import { readArguments } from './readArguments.js';

/**
 * Runs `handrail-knowledge`; resolves to the exit code: 0 done, 1 problems, 2 wrong use, 3 nothing found. Failures are told
 * without a stack.
 */
export async function runKnowledgeCli(args: readonly string[], io: KnowledgeIo): Promise<number> {
  const program = io.name ?? 'handrail-knowledge';
  const read = readArguments(args);
  if (read.kind === 'help') {
    io.out(helpText(program, read.name));
    return EXIT.done;
  }
  if (read.kind === 'wrong') {
    const more = read.name === null ? `${program} --help` : `${program} ${read.name} --help`;
    io.error(`${program}: ${read.message}\n${more} tells more.\n`);
    return EXIT.wrongUse;
  }
  try {
    const run = await read.spec.load();
    return await run(read.words, read.options, io);
  } catch (error) {
    io.error(`${program}: ${error instanceof Error ? error.message : String(error)}\n`);
    if (error instanceof SourceError && error.reason === 'wrong') return EXIT.wrongUse;
    return EXIT.problems;
  }
}
