import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SeededRandom, seededRandom, seedOf, withSeed } from '@handrail/test-kit';
import { afterAll, expect, test } from 'vitest';
import { createDrafts } from './contractDrafts.js';
import { createMemoryStore } from './memory.js';
import { createSqliteStore } from './sqlite/createSqliteStore.js';
import type { Store } from './store.js';

const base = mkdtempSync(join(tmpdir(), 'handrail-merging-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));
const workerUrl = new URL('../../dist/store/sqlite/worker.js', import.meta.url);

const SUBS = ['ana', 'ben', 'cleo'];
const SITES = ['shop', 'other'];

/** What a browser shows, and what the rules say it may see. */
interface Browser {
  readonly site: string;
  token: string | null;
  /** `null`: nobody; else an anonymous visitor or a person. */
  who: string | null;
}

interface Owned {
  readonly id: string;
  readonly site: string;
  owner: string;
  isOpen: boolean;
}

/** Does random things in random browsers, and after each compares who sees what with the rules, said in ten lines. */
async function play(store: Store, random: SeededRandom, steps: number) {
  const browsers: Browser[] = SITES.flatMap(site => [1, 2, 3].map(() => ({ site, token: null, who: null })));
  const conversations: Owned[] = [];
  const visitors = new Map<string, string>();
  let n = 0;
  const isPerson = (who: string) => who.includes('/');
  const visitorOf = (who: string) => visitors.get(who) ?? who;

  async function visit(browser: Browser) {
    if (browser.who !== null) return;
    browser.who = `v-${++n}`;
    browser.token = `hash-${n}`;
    await store.addSession(browser.token, { kind: 'visitor', id: browser.who, site: browser.site, expiresAt: null });
  }
  async function begin(browser: Browser) {
    await visit(browser);
    const drafts = createDrafts(browser.site);
    const id = visitorOf(browser.who as string);
    const by = { actor: { ...drafts.visitor, id }, sender: { kind: 'visitor', id } } as const;
    expect(await store.append({ ...drafts.started(), ...by })).toMatchObject({ ok: true });
    conversations.push({ id: drafts.conversation, site: browser.site, owner: browser.who as string, isOpen: true });
  }
  async function end() {
    const open = conversations.filter(one => one.isOpen);
    if (open.length === 0) return;
    const one = random.pick(open);
    const drafts = createDrafts(one.site);
    await store.append({ ...drafts.closes(), conversation: one.id } as never);
    one.isOpen = false;
  }
  async function identify(browser: Browser, shown: string | null) {
    const person = `${browser.site}/${random.pick(SUBS)}`;
    const tokens = { session: `hash-${++n}`, sessionEnds: 1e9, refresh: `refresh-${n}`, refreshEnds: 1e9 };
    const ids = { newVisitor: `p-${n}`, newFamily: `f-${n}` };
    const sub = person.split('/')[1] as string;
    const { visitor } = await store.signIn(
      { site: browser.site, sub, ...ids, attributes: [], current: shown, tokens },
      n,
    );
    if (!visitors.has(person)) visitors.set(person, visitor);
    expect(visitor).toBe(visitors.get(person));
    const before = shown === browser.token ? browser.who : null;
    // The rule: open conversations of the anonymous visitor whose token is shown, and nothing else.
    if (before !== null && !isPerson(before))
      for (const one of conversations) if (one.owner === before && one.isOpen) one.owner = person;
    Object.assign(browser, { who: person, token: tokens.session });
  }
  async function leave(browser: Browser) {
    if (browser.token !== null) await store.revoke(browser.site, browser.token);
    Object.assign(browser, { who: null, token: null });
  }
  /** An anonymous token that was used up, of this or another site. */
  const old: string[] = [];

  for (let step = 0; step < steps; step++) {
    const browser = random.pick(browsers);
    const { token, who } = browser;
    const what = random.pick(['visit', 'begin', 'begin', 'end', 'identify', 'identify', 'replay', 'leave']);
    if (what === 'visit') await visit(browser);
    if (what === 'begin') await begin(browser);
    if (what === 'end') await end();
    if (what === 'leave') await leave(browser);
    if (what === 'identify') await identify(browser, browser.token);
    if (what === 'replay' && old.length > 0) await identify(browser, random.pick(old));
    if (token !== null && browser.token !== token && who !== null && !isPerson(who) && what === 'identify')
      old.push(token);
    for (const { id, site, owner } of conversations)
      expect(await store.conversation(id)).toMatchObject({ site, visitor: visitorOf(owner) });
    for (const one of browsers) {
      if (one.who === null) continue;
      const seen = (await store.conversationsOf(one.site, visitorOf(one.who))).map(({ id }) => id).sort();
      const own = conversations.filter(({ owner }) => owner === one.who).map(({ id }) => id);
      expect(seen).toEqual(own.sort());
    }
  }
  return conversations.filter(({ owner }) => isPerson(owner)).length;
}

const stores: [string, () => Promise<Store>][] = [
  ['in memory', async () => createMemoryStore({ epoch: 'e', now: Date.now })],
  [
    'in SQLite',
    () => createSqliteStore({ folder: mkdtempSync(join(base, 'data-')), newEpoch: 'e', now: Date.now, workerUrl }),
  ],
];

test.each(stores)(
  'whoever signs in, out and again, in whatever order: everybody sees their own, %s',
  async (_name, open) => {
    const store = await open();
    await withSeed(seedOf(process.env, Date.now() % 1e9), async seed => {
      expect(await play(store, seededRandom(seed), 250)).toBeGreaterThan(5);
    });
    await store.close();
  },
);
