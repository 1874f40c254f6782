import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Agent } from '@handrail/core/agent';
import { expect } from 'vitest';
import { signIn } from '../agent.js';
import { startServer } from '../startServer.js';
import { startStrictPage } from '../strictPage.js';
import type { EngineOptions, EnginePage, OpenEngine } from './engine.js';
import { type PanelIn, panelIn } from './panelIn.js';
import { WATCH_PROBLEMS } from './watchProblems.js';

const reports = fileURLToPath(new URL('../../../../.reports/engines/', import.meta.url));

/** A customer's page, and what a test does with it. */
export interface Visit {
  readonly page: EnginePage;
  readonly panel: PanelIn;
  /** The person at the desk. */
  readonly agent: Agent;
  /** Puts a picture into `.reports/engines/<name>`, once nothing moves. */
  picture(of: string): Promise<void>;
  /** Fails when something went wrong in the page since it was loaded: errors, warnings, policy violations. */
  checkProblems(): Promise<void>;
}

/** A site, a person at the desk, and a browser of one engine. */
export interface RunningEngine {
  /** Walks through a page with nothing stored; looks for problems at the end. */
  visit(steps: (visit: Visit) => Promise<void>, path?: string, options?: EngineOptions): Promise<void>;
  stop(): Promise<void>;
}

/** Runs in the page. */
const problemsOf = () => (window as unknown as { problems: string[] }).problems;

/** Starts all three; the version of the browser goes to `.reports/engines/<name>/version.txt`. */
export async function startEngine(name: string, openEngine: OpenEngine): Promise<RunningEngine> {
  const folder = `${reports}${name}`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const pages = await startStrictPage(WATCH_PROBLEMS);
  const [server, usual] = await Promise.all([startServer({ origins: [pages.origin] }), openEngine()]);
  pages.use(server.origin);
  const agent = await signIn(server.origin, server.signIn);

  const visitOf = (page: EnginePage): Visit => {
    const panel = panelIn(page);
    return {
      page,
      panel,
      agent,
      async picture(of) {
        await panel.still();
        writeFileSync(`${folder}/${of}.png`, await page.picture());
      },
      checkProblems: async () => expect(await page.evaluate(problemsOf)).toEqual([]),
    };
  };
  return {
    async visit(steps, path = '/', options) {
      const engine = options ? await openEngine(options) : usual;
      const page = await engine.open();
      try {
        writeFileSync(`${folder}/version.txt`, page.version);
        await page.goto(pages.origin + path);
        const visit = visitOf(page);
        await steps(visit);
        await visit.checkProblems();
      } finally {
        await page.close();
        if (engine !== usual) await engine.close();
      }
    },
    async stop() {
      agent.destroy();
      await Promise.all([usual.close(), server.stop(), pages.stop()]);
    },
  };
}
