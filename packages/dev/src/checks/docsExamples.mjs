import { docFiles, readDoc } from '../docsFiles.mjs';
import { checkDocsCode } from './docsCode.mjs';
import { checkDocsMarkup } from './docsMarkup.mjs';
import { checkDocsNames } from './docsNames.mjs';
import { checkDocsShell } from './docsShell.mjs';

/** What is wrong with the examples of the documentation, and with names in its prose; `page:line: what`. */
export async function checkDocsExamples() {
  const texts = new Map(docFiles().map(path => [path, readDoc(path)]));
  const found = await Promise.all(
    [checkDocsCode, checkDocsMarkup, checkDocsNames, checkDocsShell].map(check => check(texts)),
  );
  return found.flat();
}
