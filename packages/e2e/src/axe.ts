import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}
interface Axe {
  run(context: string, options: object): Promise<{ readonly violations: readonly Violation[] }>;
}

/** Puts axe-core into a page; the page's policy has to allow it. */
export async function addAxe(page: Page): Promise<void> {
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
}

/** Rules axe leaves off by itself, though WCAG 2.2 asks for them. */
const ALSO = Object.fromEntries(['target-size', 'label-content-name-mismatch'].map(rule => [rule, { enabled: true }]));

/** What axe finds wrong inside an element, every rule of WCAG 2.2 on: `rule: markup, what to do`. */
export async function axe(page: Page, inside: string): Promise<string[]> {
  const violations = await page.evaluate(
    async ([selector, rules]) => {
      const run = (globalThis as unknown as { axe: Axe }).axe;
      return (await run.run(selector, { resultTypes: ['violations'], rules })).violations;
    },
    [inside, ALSO] as const,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html}\n${node.failureSummary ?? ''}`));
}
