import { resolve } from 'node:path';
import { type CompileMemory, createCompileMemory } from '../compileMemory.js';
import type { Problem } from '../problem.js';
import { countKinds } from '../problemKind.js';
import { compileSource } from '../source/compileSource.js';
import { SourceError } from '../source/sourceError.js';
import { type WriteResult, writeFiles } from '../writeFiles.js';
import { EXIT, type KnowledgeIo } from './cliIo.js';
import type { RunCommand } from './commands.js';
import { createInk } from './ink.js';
import { type Measures, measure } from './measure.js';
import type { GivenOptions } from './optionTable.js';
import { problemLines } from './printProblems.js';
import { createProgress, type Progress } from './progress.js';
import { mustBeFiles, readSource } from './readSource.js';
import { summaryTable } from './summaryTable.js';
import { watchSource } from './watchSource.js';

/** What a build did. */
interface BuildReport extends Measures, Pick<WriteResult, 'written' | 'unchanged'> {
  readonly source: string;
  readonly kind: string;
  readonly out: string;
  readonly milliseconds: number;
  readonly refused: number;
  readonly warnings: number;
  readonly skipped: number;
  readonly problemsByKind: Readonly<Record<string, number>>;
  readonly problems: readonly Problem[];
}

/** `build`: compiles a source into a folder; once, or again after each change. */
export const build: RunCommand = async ([source = ''], options, io) => {
  const out = options.text('out');
  if (out === undefined) throw new SourceError('wrong', 'build: expected --out FOLDER, got none');
  const silent = options.flag('json') || options.flag('quiet');
  const memory = createCompileMemory();
  const once = async () => {
    const progress = createProgress(io, silent);
    const report = await buildOnce(source, out, options, progress, memory).finally(progress.stop);
    print(report, options, io);
    return exitOf(report, options.flag('strict'));
  };
  if (!options.flag('watch')) return once();
  await mustBeFiles(source, options);
  await watchSource({
    source,
    ignore: [out],
    onStop: io.onStop,
    run: changed => again(changed, once, options, io),
  });
  return EXIT.done;
};

/** A change that breaks the source is told; the watching goes on. */
async function again(
  changed: readonly string[],
  once: () => Promise<number>,
  options: GivenOptions,
  io: KnowledgeIo,
): Promise<void> {
  if (changed.length > 0 && !options.flag('json')) io.out(`\n${changed.join(', ')} changed\n`);
  try {
    await once();
  } catch (error) {
    io.error(`${io.name ?? 'handrail-knowledge'}: ${error instanceof Error ? error.message : String(error)}\n`);
  }
  if (!options.flag('json') && !options.flag('quiet')) io.out('Watching; Ctrl+C stops.\n');
}

async function buildOnce(
  source: string,
  out: string,
  options: GivenOptions,
  progress: Progress,
  memory: CompileMemory,
): Promise<BuildReport> {
  const started = performance.now();
  progress.show('Reading', 0, 3);
  const opened = await readSource(source, options, progress);
  progress.show('Compiling', 1, 3);
  const { files, problems } = await compileSource(opened, options.texts('audience'), memory);
  progress.show('Writing', 2, 3);
  const measures = await measure(files);
  const count = (severity: Problem['severity']) => problems.filter(each => each.severity === severity).length;
  const counts = { refused: count('error'), warnings: count('warning'), skipped: count('skipped') };
  const refuse = options.flag('strict') && counts.refused + counts.warnings > 0;
  const nothing = { written: 0, unchanged: 0 };
  const { written, unchanged } = measures.articles === 0 || refuse ? nothing : await writeFiles(files, out);
  return {
    source,
    kind: opened.kind,
    out: resolve(out),
    ...measures,
    written,
    unchanged,
    milliseconds: Math.round(performance.now() - started),
    ...counts,
    problemsByKind: countKinds(problems),
    problems,
  };
}

function exitOf({ articles, refused, warnings }: BuildReport, strict: boolean): number {
  if (strict && refused + warnings > 0) return EXIT.problems;
  if (articles > 0) return EXIT.done;
  return refused > 0 ? EXIT.problems : EXIT.nothing;
}

function print(report: BuildReport, options: GivenOptions, io: KnowledgeIo): void {
  if (options.flag('json')) {
    io.out(`${JSON.stringify(report, null, options.flag('watch') ? undefined : 2)}\n`);
    return;
  }
  const ink = createInk(io);
  io.out(problemLines(report.problems, ink));
  const nothing = report.articles === 0 ? `${report.source}: ${nothingFound(report.kind)}\n` : '';
  const held = report.written + report.unchanged === 0 ? 'nothing written\n' : '';
  if (report.articles === 0 || options.flag('quiet')) {
    if (report.articles === 0) io.error(nothing);
    return;
  }
  io.out(`${summary(report)}${held}`);
}

function nothingFound(kind: string): string {
  const expected = {
    markdown:
      'Markdown files (.md, .mdx, .markdown), or the configuration of Docusaurus, VitePress, Starlight or MkDocs',
    html: 'HTML pages with a text',
    site: 'a sitemap that names pages with a text',
    export: 'the JSON export of Zendesk, Intercom, Help Scout or Freshdesk',
  }[kind];
  return `expected ${expected ?? `articles of ${kind}`}, got none that can be used`;
}

function summary(report: BuildReport): string {
  const locales = Object.entries(report.locales).map(([locale, count]) => `${locale} ${count}`);
  const kinds = Object.entries(report.problemsByKind).map(([kind, count]) => `${kind} ${count}`);
  return summaryTable([
    ['source', report.kind],
    ['articles', report.articles],
    ['languages', locales.join(', ')],
    ['sections', report.sections],
    ['words', report.words],
    ['files', `${report.written} written, ${report.unchanged} unchanged`],
    ['size', `${kilobytes(report.bytes)} kB, ${kilobytes(report.gzipBytes)} kB gzip without images`],
    ['refused', report.refused],
    ['warnings', report.warnings],
    ['skipped', report.skipped],
    ...(kinds.length === 0 ? [] : [['problems', kinds.join(', ')] as const]),
    ['time', `${report.milliseconds} ms`],
    ['out', report.out],
  ]);
}

const kilobytes = (bytes: number): string => (bytes / 1024).toFixed(bytes < 10_240 ? 1 : 0);
