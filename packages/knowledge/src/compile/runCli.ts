import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { compile } from './compile.js';
import { formatProblem, type Problem } from './problem.js';
import { readFolder } from './readFolder.js';
import { writeFiles } from './writeFiles.js';

/** Where the command line writes. */
export interface CliOutput {
  out(text: string): void;
  error(text: string): void;
}

const USAGE = `handrail-knowledge build <folder> --out <folder> [--locale en] [--audience NAME]... [--json]

Compiles a folder of Markdown files into knowledge files for search, articles and the bot.
  --out       where to write; files of earlier builds stay
  --locale    language of articles that name none (default: en)
  --audience  take in articles for this audience too (may be repeated)
  --json      print the report as JSON
`;

/** Runs `handrail-knowledge`; resolves to the exit code: 0 if something was compiled, 1 if nothing was, 2 for wrong use. */
export async function runCli(args: readonly string[], output: CliOutput): Promise<number> {
  const given = readArgs(args);
  if (typeof given === 'string') {
    output.error(`${given}\n\n${USAGE}`);
    return 2;
  }
  if (given.help) {
    output.out(USAGE);
    return 0;
  }
  try {
    const report = await build(given);
    output.out(given.json ? `${JSON.stringify(report, null, 2)}\n` : formatReport(report));
    return report.compiled > 0 ? 0 : 1;
  } catch (error) {
    output.error(`handrail-knowledge: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

interface Given {
  readonly dir: string;
  readonly out: string;
  readonly locale: string;
  readonly audiences: readonly string[];
  readonly json: boolean;
  readonly help: boolean;
}

function readArgs(args: readonly string[]): Given | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        locale: { type: 'string', default: 'en' },
        audience: { type: 'string', multiple: true, default: [] },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const [command, dir, ...more] = positionals;
    const given = { locale: values.locale, audiences: values.audience, json: values.json, help: values.help };
    if (values.help) return { ...given, dir: '', out: '' };
    if (command !== 'build')
      return `expected the command "build", got ${command === undefined ? 'none' : `"${command}"`}`;
    if (dir === undefined || more.length > 0)
      return `expected one folder, got ${dir === undefined ? 'none' : positionals.length - 1}`;
    if (values.out === undefined) return 'expected --out <folder>, got none';
    return { ...given, dir, out: values.out };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

interface Report {
  readonly read: number;
  readonly compiled: number;
  readonly locales: Readonly<Record<string, number>>;
  readonly files: number;
  readonly written: number;
  readonly unchanged: number;
  readonly bytes: number;
  readonly out: string;
  readonly problems: readonly Problem[];
}

async function build({ dir, out, locale, audiences }: Given): Promise<Report> {
  const { articles, problems: unread } = await readFolder(dir, { defaultLocale: locale });
  const problems: Problem[] = [...unread];
  const files = await compile(articles, {
    defaultLocale: locale,
    folder: dir,
    audiences,
    onProblem: problem => problems.push(problem),
  });
  const knowledge = JSON.parse(String(files.get('knowledge.json'))) as {
    locales: { locale: string; articles: number }[];
  };
  const locales = Object.fromEntries(knowledge.locales.map(each => [each.locale, each.articles]));
  const compiled = knowledge.locales.reduce((sum, each) => sum + each.articles, 0);
  const lost = new Set(unread.filter(problem => problem.severity === 'error').map(problem => problem.where)).size;
  const counts = { read: articles.length + lost, compiled, locales, files: files.size, out: resolve(out), problems };
  if (compiled === 0) return { ...counts, written: 0, unchanged: 0, bytes: 0 };
  return { ...counts, ...(await writeFiles(files, out)) };
}

function formatReport(report: Report): string {
  const locales = Object.entries(report.locales).map(([locale, count]) => `${locale} ${count}`);
  const count = (severity: Problem['severity']) =>
    report.problems.filter(problem => problem.severity === severity).length;
  return [
    ...report.problems.map(formatProblem),
    `${report.compiled} of ${report.read} articles compiled (${locales.join(', ') || 'none'}); ${count('error')} refused, ${count('skipped')} skipped, ${count('warning')} warnings`,
    report.compiled === 0
      ? 'nothing written'
      : `${report.written} files written, ${report.unchanged} unchanged, ${(report.bytes / 1024).toFixed(0)} kB in ${report.out}`,
    '',
  ].join('\n');
}
