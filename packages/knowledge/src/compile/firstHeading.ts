/** The text of the first `# heading` of a body, outside of code; for articles that name no title. */
export function firstHeading(body: string): string | undefined {
  const text = /^\s*#[ \t]+(.+?)[ \t]*#*[ \t]*$/m.exec(body.replace(/^(```|~~~)[\s\S]*?^\1/gm, ''))?.[1];
  return text?.replace(/[ \t]*\{#[^\s{}]+\}$/, '');
}
