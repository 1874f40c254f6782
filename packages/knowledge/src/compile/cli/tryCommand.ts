import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Knowledge, loadKnowledge } from '../../knowledge.js';
import type { EncoderOptions } from '../../match/encoder.js';
import { compileSource } from '../source/compileSource.js';
import { EXIT, type KnowledgeIo } from './cliIo.js';
import type { RunCommand } from './commands.js';
import { type Explained, explainAnswer } from './explainAnswer.js';
import { createInk } from './ink.js';
import type { GivenOptions } from './optionTable.js';
import { createProgress } from './progress.js';
import { numberOption, readSource } from './readSource.js';
import { hitReasons, matchReasons } from './reasons.js';
import { plainTable } from './summaryTable.js';

/** `try`: asks a question and shows what search and bot make of it. */
export const tryQuestion: RunCommand = async ([question = '', source = ''], options, io) => {
  const limit = numberOption(options, 'limit', { least: 1, most: 50 }) ?? 5;
  const progress = createProgress(io, options.flag('json'));
  const knowledge = await open(source, options, () => progress.show('Compiling', 0, 1)).finally(progress.stop);
  const locale = options.text('locale');
  const explained = await explainAnswer(knowledge, question, { limit, ...(locale === undefined ? {} : { locale }) });
  if (options.flag('json')) io.out(`${JSON.stringify(explained, null, 2)}\n`);
  else print(explained, io);
  return explained.hits.length > 0 ? EXIT.done : EXIT.nothing;
};

async function encoderIn(folder: string | undefined): Promise<EncoderOptions> {
  if (folder === undefined) return {};
  const { createOnnxEncoder } = await import('../../encode/createOnnxEncoder.js');
  return { encoder: await createOnnxEncoder({ folder }) };
}

/** A folder with a `knowledge.json` is opened as it is, anything else is compiled in memory. */
async function open(source: string, options: GivenOptions, onCompile: () => void): Promise<Knowledge> {
  const encoder = await encoderIn(options.text('encoder'));
  const built = await stat(join(source, 'knowledge.json')).catch(() => null);
  if (built?.isFile()) return loadKnowledge(path => readFile(join(source, path)), encoder);
  onCompile();
  const { files } = await compileSource(await readSource(source, options), options.texts('audience'));
  return loadKnowledge(async path => Buffer.from(files.get(path) ?? ''), encoder);
}

const BAND = {
  answer: 'answers with the first article',
  didYouMean: 'asks which one was meant',
  unknown: 'says that it does not know',
};

function print(explained: Explained, io: KnowledgeIo): void {
  const ink = createInk(io);
  const { question, corrected, hits, matches, band, instead, locale } = explained;
  io.out(`${ink('bold', question)} (${locale})${corrected === null ? '' : `, read as ${ink('bold', corrected)}`}\n\n`);
  if (hits.length === 0) io.out('Search finds nothing.\n');
  else {
    const rows = hits.map(({ id, section, score, confidence, why }, at) => [
      at + 1,
      section === null ? id : `${id} # ${section}`,
      score.toFixed(2),
      confidence.toFixed(3),
      why === null ? '' : hitReasons(why),
    ]);
    io.out(`Search\n${plainTable(['rank', 'article', 'score', 'confidence', 'why'], rows)}`);
  }
  if (instead.fewer.length > 0) io.out(`Shorter: ${instead.fewer.join(' | ')}\n`);
  if (instead.nearest.length > 0) io.out(`Near titles: ${instead.nearest.join(' | ')}\n`);
  io.out(`\nBot: ${BAND[band]}\n`);
  const encoder = matches[0]?.why?.encoder;
  if (encoder) io.out(`Encoder: ${encoder.problem ?? encoder.name}\n`);
  const rows = matches.map(({ id, section, probability, why }, at) => [
    at + 1,
    section === null ? id : `${id}#${section}`,
    probability.toFixed(3),
    why === null ? '' : matchReasons(why),
  ]);
  if (rows.length > 0) io.out(plainTable(['rank', 'article', 'probability', 'why'], rows));
  for (const sentence of explained.missing) io.out(`Not read: ${sentence}\n`);
}
