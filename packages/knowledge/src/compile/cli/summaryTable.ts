import Table from 'cli-table3';

/** Rows of two columns, name and value, aligned; values that are numbers stand at the right. */
export function summaryTable(rows: readonly (readonly [string, string | number])[]): string {
  return plainTable(
    null,
    rows.map(([name, value]) => [name, String(value)]),
  );
}

/** A table with a head, without lines and colours, for people and for files alike. */
export function plainTable(head: readonly string[] | null, rows: readonly (readonly (string | number)[])[]): string {
  const first = head ?? rows[0] ?? [];
  const numeric = first.map((_, column) => rows.every(row => /^[\d.,]*( kB| ms| s)?$/.test(String(row[column] ?? ''))));
  const none = { top: '', 'top-mid': '', 'top-left': '', 'top-right': '', bottom: '', 'bottom-mid': '' };
  const table = new Table({
    ...(head ? { head: [...head] } : {}),
    chars: {
      ...none,
      'bottom-left': '',
      'bottom-right': '',
      left: '  ',
      'left-mid': '',
      mid: '',
      'mid-mid': '',
      right: '',
      'right-mid': '',
      middle: '  ',
    },
    colAligns: numeric.map(each => (each ? 'right' : 'left')),
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  table.push(...rows.map(row => row.map(String)));
  return `${table.toString().replace(/[ \t]+$/gm, '')}\n`;
}
