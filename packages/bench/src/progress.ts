/** Says on standard error what is being measured, so that the tables on standard output stay clean. */
export function progress(step: string): void {
  process.stderr.write(`${step}\n`);
}
