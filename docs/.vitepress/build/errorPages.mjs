const SECTION = /^### (?:(\d{4}) )?(\w+)\n([\s\S]*?)(?=\n##|$(?![\s\S]))/gm;
const ROW = /^\| (?:\[?`?)(\w+)(?:`?\]?)(?:\([^)]*\))? \| (.+) \|$/gm;

/**
 * A page for each error code and close code, made from the table and the section `docs/errors.md` has for it.
 * @param {string} text of `docs/errors.md`
 * @returns {Map<string, string>} Markdown by path, `errors/bad_request.md`
 */
export function errorPages(text) {
  const rows = new Map([...text.matchAll(ROW)].map(([, code, cells]) => [code, cells.split(' | ')]));
  const pages = new Map();
  for (const [, number, name, words] of text.matchAll(SECTION)) {
    const row = rows.get(number ?? name);
    if (row === undefined) continue;
    const facts = number === undefined ? errorFacts(row) : closeFacts(row);
    const up = words
      .trim()
      .replaceAll('](#', '](../errors.md#')
      .replace(/\]\((?!\.\.|[a-z]+:)/g, '](../');
    const title = number === undefined ? name : `${number} ${name}`;
    pages.set(`errors/${number ?? name}.md`, [`# ${title}`, up, facts, MORE].join('\n\n'));
  }
  return pages;
}

const MORE = 'The shape of a refusal, and every other code: [Errors](../errors.md).\n';

function errorFacts([status, later]) {
  return [
    '| HTTP status | may work later, without a change |',
    '| --- | --- |',
    `| ${status === '–' ? 'none: it arises in the client' : status} | ${later} |`,
  ].join('\n');
}

const closeFacts = ([, client]) => `A close code of the connection: the client ${client}.`;
