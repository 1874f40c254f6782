import { type OpenedSource, openSource, SOURCE_KINDS } from '../source/openSource.js';
import { SourceError } from '../source/sourceError.js';
import { didYouMean } from './nearest.js';
import type { GivenOptions } from './optionTable.js';
import type { Progress } from './progress.js';

/** Opens what a command was given; throws `SourceError`. */
export async function readSource(source: string, options: GivenOptions, progress?: Progress): Promise<OpenedSource> {
  const from = options.text('from');
  if (from !== undefined && !SOURCE_KINDS.includes(from)) {
    const near = didYouMean(from, SOURCE_KINDS);
    throw new SourceError('wrong', `--from: expected one of ${SOURCE_KINDS.join(', ')}, got "${from}"${near}`);
  }
  const locale = options.text('locale');
  if (locale !== undefined && !/^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i.test(locale)) {
    throw new SourceError('wrong', `--locale: expected a language tag such as en or zh-Hans, got "${locale}"`);
  }
  return openSource(source, {
    ...(from === undefined ? {} : { from }),
    ...(locale === undefined ? {} : { defaultLocale: locale }),
    ...(progress ? { onProgress: (done, all) => progress.show('pages', done, all) } : {}),
  });
}

/** A number among the options; throws `SourceError` when it is none or out of bounds. */
export function numberOption(
  options: GivenOptions,
  name: Parameters<GivenOptions['text']>[0],
  { least, most = Number.POSITIVE_INFINITY }: { readonly least: number; readonly most?: number },
): number | undefined {
  const text = options.text(name);
  if (text === undefined) return undefined;
  const number = Number(text);
  if (text.trim() !== '' && number >= least && number <= most) return number;
  const bounds = most === Number.POSITIVE_INFINITY ? `from ${least} on` : `from ${least} to ${most}`;
  throw new SourceError('wrong', `--${name}: expected a number ${bounds}, got "${text}"`);
}

/** Before watching: the source must be there, and be files. Throws `SourceError`. */
export async function mustBeFiles(source: string, options: GivenOptions): Promise<void> {
  if (/^https?:/i.test(source)) {
    throw new SourceError('wrong', `--watch: expected a folder or a file, got the address ${source}`);
  }
  await readSource(source, options);
}
