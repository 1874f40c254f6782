import { resolve } from 'node:path';
import type { ImportResult } from '../import/importExport.js';
import { VENDOR_NAMES } from '../import/vendorNames.js';
import { SourceError } from '../source/sourceError.js';
import { EXIT } from './cliIo.js';
import type { RunCommand } from './commands.js';
import { createInk } from './ink.js';
import { didYouMean } from './nearest.js';
import { problemLines } from './printProblems.js';
import { createProgress } from './progress.js';
import { summaryTable } from './summaryTable.js';

/** `import`: a help desk's export to a folder of Markdown files. */
export const importFrom: RunCommand = async ([vendor = '', path = ''], options, io) => {
  const names: readonly string[] = VENDOR_NAMES;
  if (!names.includes(vendor)) {
    const near = didYouMean(vendor, names);
    throw new SourceError('wrong', `import: expected one of ${names.join(', ')}, got "${vendor}"${near}`);
  }
  const out = options.text('out');
  if (out === undefined) throw new SourceError('wrong', 'import: expected --out FOLDER, got none');
  const { importExport } = await import('../import/importExport.js');
  const progress = createProgress(io, options.flag('json') || options.flag('quiet'));
  const locale = options.text('locale');
  const result = await importExport(path, out, {
    vendor,
    ...(locale === undefined ? {} : { defaultLocale: locale }),
    images: options.flag('images'),
    hosts: options.texts('host'),
    force: options.flag('force'),
    onProgress: (done, all) => progress.show('images', done, all),
  })
    .catch(error => {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      throw new SourceError('wrong', `${path}: expected the JSON export of ${vendor}, got nothing of this name`);
    })
    .finally(progress.stop);
  const { problems, articles } = result;
  if (options.flag('json')) io.out(`${JSON.stringify(jsonOf(result, out), null, 2)}\n`);
  else {
    io.out(problemLines(problems, createInk(io)));
    if (!options.flag('quiet')) io.out(summary(result, out));
  }
  const failed = problems.some(
    ({ severity }) => options.flag('strict') && (severity === 'error' || severity === 'warning'),
  );
  if (failed) return EXIT.problems;
  if (articles.length > 0) return EXIT.done;
  return problems.some(({ severity }) => severity === 'error') ? EXIT.problems : EXIT.nothing;
};

function jsonOf({ articles, ...rest }: ImportResult, out: string) {
  return { ...rest, out: resolve(out), articles: articles.length, locales: localesOf(articles) };
}

function localesOf(articles: ImportResult['articles']): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { locale = '' } of articles) counts[locale] = (counts[locale] ?? 0) + 1;
  return counts;
}

function summary({ vendor, articles, written, unchanged, images, problems }: ImportResult, out: string): string {
  const count = (wanted: string) => problems.filter(({ severity }) => severity === wanted).length;
  const locales = Object.entries(localesOf(articles)).map(([locale, number]) => `${locale} ${number}`);
  return summaryTable([
    ['source', vendor ?? 'unknown'],
    ['articles', articles.length],
    ['languages', locales.join(', ')],
    ['files', `${written.length} written, ${unchanged} unchanged or left alone`],
    ['images', images],
    ['refused', count('error')],
    ['warnings', count('warning')],
    ['skipped', count('skipped')],
    ['out', resolve(out)],
  ]);
}
