import type { Agent } from '@handrail/core/agent';
import type { Browser } from 'playwright-core';
import { signIn } from './agent.js';
import { openBrowser } from './openBrowser.js';
import { type RunningServer, type ServerSettings, startServer } from './startServer.js';
import { type StrictPage, startStrictPage } from './strictPage.js';

/** A site with the widget, the server behind it, and a browser to look with. */
export interface Site {
  readonly server: RunningServer;
  /** Origin of the pages with the widget. */
  readonly site: string;
  readonly browser: Browser;
  stop(): Promise<void>;
}

/** A site, and a person at the desk. */
export interface World extends Site {
  readonly agent: Agent;
}

/** What stands between the site's pages and the server. */
interface Between {
  readonly origin: string;
  close(): Promise<void>;
}

/** What differs from the demo. */
export interface SiteSettings extends Omit<ServerSettings, 'origins'> {
  /** The site's own pages; they end with the site. Default: one page under the strictest policy. */
  readonly pages?: StrictPage;
  readonly between?: (server: string) => Promise<Between>;
}

/** Starts a site; nobody is at the desk. */
export async function startSite({ between, pages: own, ...settings }: SiteSettings = {}): Promise<Site> {
  const pages = own ?? (await startStrictPage());
  const [server, browser] = await Promise.all([startServer({ ...settings, origins: [pages.origin] }), openBrowser()]);
  const found = await between?.(server.origin);
  pages.use(found?.origin ?? server.origin);
  return {
    server,
    site: pages.origin,
    browser,
    stop: async () => {
      await Promise.all([browser.close(), found?.close(), server.stop(), pages.stop()]);
    },
  };
}

/** Starts a site and signs Mina in. */
export async function startWorld(settings: SiteSettings = {}): Promise<World> {
  const site = await startSite(settings);
  const agent = await signIn(site.server.origin, site.server.signIn);
  return {
    ...site,
    agent,
    stop: () => {
      agent.destroy();
      return site.stop();
    },
  };
}
