import { checkedArticles } from '../check/checkedArticle.js';
import type { Finding } from '../check/finding.js';
import { CHECKS, type CheckOptions, runChecks } from '../check/runChecks.js';
import { counted } from '../counted.js';
import { compileSource } from '../source/compileSource.js';
import { SourceError } from '../source/sourceError.js';
import { EXIT, type KnowledgeIo } from './cliIo.js';
import type { RunCommand } from './commands.js';
import { createInk } from './ink.js';
import { didYouMean } from './nearest.js';
import type { GivenOptions } from './optionTable.js';
import { problemLines } from './printProblems.js';
import { createProgress, type Progress } from './progress.js';
import { mustBeFiles, numberOption, readSource } from './readSource.js';
import { plainTable } from './summaryTable.js';
import { watchSource } from './watchSource.js';

interface CheckReport {
  readonly source: string;
  readonly kind: string;
  readonly articles: number;
  readonly errors: number;
  readonly warnings: number;
  readonly skipped: number;
  readonly byCheck: Readonly<Record<string, number>>;
  readonly milliseconds: number;
  readonly findings: readonly Finding[];
}

/** `check`: looks a source over; once, or again after each change. */
export const check: RunCommand = async ([source = ''], options, io) => {
  const silent = options.flag('json') || options.flag('quiet');
  const once = async () => {
    const progress = createProgress(io, silent);
    const report = await checkOnce(source, options, progress).finally(progress.stop);
    print(report, options, io);
    return exitOf(report, options.flag('strict'));
  };
  if (!options.flag('watch')) return once();
  await mustBeFiles(source, options);
  await watchSource({
    source,
    ignore: [],
    onStop: io.onStop,
    run: async () => {
      await once().catch(error => io.error(`${error instanceof Error ? error.message : String(error)}\n`));
      if (!silent) io.out('Watching; Ctrl+C stops.\n');
    },
  });
  return EXIT.done;
};

async function checkOnce(source: string, options: GivenOptions, progress: Progress): Promise<CheckReport> {
  const started = performance.now();
  const skip = options.texts('skip');
  for (const name of skip) {
    const names = Object.keys(CHECKS);
    if (names.includes(name)) continue;
    throw new SourceError(
      'wrong',
      `--skip: expected one of ${names.join(', ')}, got "${name}"${didYouMean(name, names)}`,
    );
  }
  const staleAfterDays = numberOption(options, 'stale-after', { least: 1 });
  const similar = numberOption(options, 'similar', { least: 0.3, most: 1 });
  const least = numberOption(options, 'min-words', { least: 0 }) ?? 20;
  const most = numberOption(options, 'max-words', { least: 1 }) ?? 2000;
  progress.show('Reading', 0, 2);
  const opened = await readSource(source, options, progress);
  const { files, problems } = await compileSource(opened, options.texts('audience'));
  const articles = await checkedArticles(
    files,
    opened.articles.map(each => ({ locale: opened.defaultLocale, ...each })),
  );
  progress.show('Checking', 1, 2);
  const days = staleAfterDays ?? opened.site.staleAfterDays;
  const external: CheckOptions['external'] = { onProgress: (done, all) => progress.show('links', done, all) };
  const findings = await runChecks(articles, problems, {
    skip,
    today: new Date(),
    words: { least, most },
    ...(days === undefined ? {} : { staleAfterDays: days }),
    ...(similar === undefined ? {} : { similar }),
    ...(options.flag('external') ? { external } : {}),
  });
  return report(source, opened.kind, articles.length, findings, Math.round(performance.now() - started));
}

function report(
  source: string,
  kind: string,
  articles: number,
  findings: readonly Finding[],
  milliseconds: number,
): CheckReport {
  const count = (severity: Finding['severity']) => findings.filter(each => each.severity === severity).length;
  const byCheck = Object.fromEntries(
    Object.keys(CHECKS).flatMap(name => {
      const number = findings.filter(each => each.check === name).length;
      return number === 0 ? [] : [[name, number]];
    }),
  );
  const counts = { errors: count('error'), warnings: count('warning'), skipped: count('skipped') };
  return { source, kind, articles, ...counts, byCheck, milliseconds, findings };
}

function exitOf({ articles, errors, warnings }: CheckReport, strict: boolean): number {
  if (errors > 0 || (strict && warnings > 0)) return EXIT.problems;
  return articles > 0 ? EXIT.done : EXIT.nothing;
}

function print(report: CheckReport, options: GivenOptions, io: KnowledgeIo): void {
  if (options.flag('json')) {
    io.out(`${JSON.stringify(report, null, options.flag('watch') ? undefined : 2)}\n`);
    return;
  }
  io.out(problemLines(report.findings, createInk(io)));
  if (report.articles === 0) io.error(`${report.source}: expected articles, got none\n`);
  if (options.flag('quiet')) return;
  const rows = Object.entries(report.byCheck).map(([name, count]) => [name, count, CHECKS[name] ?? '']);
  const { articles, errors, warnings, skipped, milliseconds } = report;
  if (rows.length > 0) io.out(`\n${plainTable(['check', 'found', 'about'], rows)}\n`);
  const found = `${counted(errors, 'error')}, ${counted(warnings, 'warning')}, ${skipped} skipped`;
  io.out(`${counted(articles, 'article')}: ${found}; ${milliseconds} ms\n`);
}
