import type { Agent } from '@handrail/core/agent';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until, waiting } from './agent.js';
import { docsSnippet } from './docsSnippet.js';
import { openPage } from './openBrowser.js';
import { panelOf, say } from './panel.js';
import { type SigningShop, startSigningShop } from './signingShop.js';
import { startWorld, type World } from './startWorld.js';

/** What the pages of a shop that moves say to the widget they had. */
interface Vendor {
  /** Page of the documentation whose snippet replaces the vendor's. */
  readonly docs: string;
  /** Scripts that stand before the snippet and after it. */
  readonly before?: string;
  readonly after: string;
  /** Calls of the page; Chatwoot has none that leads to the chat, or to an article. */
  readonly open: string;
  readonly article: string;
  readonly close: string;
  readonly signOut: string;
  /** `sub` of the customer's token; another with each vendor, for conversations follow the customer. */
  readonly customer: string;
  /** What the page heard of the conversation, in the end. */
  readonly heard: readonly string[];
  /** What the team is told of it, not verified. */
  readonly said: Readonly<Record<string, string>>;
  /** What the page said of the conversation. */
  readonly filed?: Readonly<Record<string, string>>;
}

const HEARD = 'window.heard = [];';
const TOKEN = (user: string) =>
  `window.handrailGetToken = async ({ reason }) => (await fetch('/token?user=${user}&reason=' + reason)).text();`;

const VENDORS: Readonly<Record<string, Vendor>> = {
  intercom: {
    docs: 'moving/intercom.md',
    before: TOKEN('7'),
    after: `Intercom('ready', () => heard.push('ready')); 
Intercom('onUnreadCountChange', count => heard.push(count + ' unread'));`,
    open: "Intercom('showMessages')",
    article: "Intercom('showArticle', 'frame-size-guide')",
    close: "Intercom('hide')",
    signOut: "Intercom('shutdown')",
    customer: '7',
    heard: ['ready', '1 unread'],
    said: {},
  },
  zendesk: {
    docs: 'moving/zendesk.md',
    after: `zE('messenger', 'loginUser', give => fetch('/token?user=ana&reason=asked').then(answer => answer.text()).then(give),
  error => heard.push(error ?? 'signed in'));
zE('messenger:set', 'conversationFields', [{ id: '360', value: 'NB-1' }]);
zE('messenger:on', 'conversationStarted', () => heard.push('started')); 
zE('messenger:on', 'unreadMessages', count => heard.push(count + ' unread'));`,
    open: "zE('messenger', 'newConversation')",
    article: "zE('messenger', 'open')",
    close: "zE('messenger', 'close')",
    signOut: "zE('messenger', 'logoutUser')",
    customer: 'ana',
    heard: ['signed in', 'started', '1 unread'],
    said: { 360: 'NB-1' },
  },
  beacon: {
    docs: 'moving/helpscout-beacon.md',
    before: TOKEN('ana@mail.example'),
    after: `Beacon('init', 'a-beacon'); Beacon('identify', { name: 'Ana', email: 'ana@mail.example', signature: 'f00' });
Beacon('prefill', { name: 'Ana' }); Beacon('session-data', { cart: 'full' }); Beacon('on', 'article-viewed', article => heard.push(article.id));
Beacon('on', 'chat-started', () => heard.push('chat'));`,
    open: "Beacon('navigate', '/ask/chat/')",
    article: "Beacon('article', 'frame-size-guide')",
    close: "Beacon('close')",
    signOut: "Beacon('logout')",
    customer: 'ana@mail.example',
    heard: ['frame-size-guide', 'chat'],
    said: { cart: 'full' },
  },
  crisp: {
    docs: 'moving/crisp.md',
    before: TOKEN('ben@mail.example'),
    after: `$crisp.push(['set', 'user:email', ['ben@mail.example']], ['set', 'user:nickname', ['Ben']]);
$crisp.push(['on', 'message:received', message => heard.push(message.content + ' – ' + message.user.nickname)]);`,
    open: "$crisp.push(['do', 'message:send', ['text', 'Hello']])",
    article: "$crisp.push(['do', 'helpdesk:article:open', ['en', 'frame-size-guide']])",
    close: "$crisp.push(['do', 'chat:close'])",
    signOut: "$crisp.push(['do', 'session:reset'])",
    customer: 'ben@mail.example',
    heard: ['Hello from the desk – Mina Holm'],
    said: {},
  },
  chatwoot: {
    docs: 'moving/chatwoot.md',
    before: `${TOKEN('8')} window.chatwootSettings = { darkMode: 'dark', position: 'left' };
addEventListener('chatwoot:ready', () => $chatwoot.setUser(8, { name: 'Ben', identifier_hash: 'f00' }));
addEventListener('chatwoot:ready', () => $chatwoot.setConversationCustomAttributes({ gift: true }));
addEventListener('chatwoot:on-message', event => heard.push(event.detail.content));`,
    after: '',
    open: "Handrail('navigate', 'chat')",
    article: "$chatwoot.toggle('open')",
    close: "$chatwoot.toggle('close')",
    signOut: '$chatwoot.reset()',
    customer: '8',
    heard: ['Hello from the desk'],
    said: {},
    filed: { gift: 'true' },
  },
};

/** A page without a token: its snippet names the customer 7, here with a plan. */
const UNSIGNED: Pick<Vendor, 'docs' | 'before' | 'after'> = {
  docs: 'moving/intercom.md',
  after: "Intercom('update', { plan: 'gold' });",
};

let world: World;
let shop: SigningShop;
let browser: Browser;
let agent: Agent;

beforeAll(async () => {
  shop = await startSigningShop((server, path) => {
    const { docs, before = '', after } = path === '/unsigned' ? UNSIGNED : (VENDORS[path.slice(1)] as Vendor);
    return `<script>${HEARD} ${before}</script>${docsSnippet(docs, server)}<script>${after}</script>`;
  });
  world = await startWorld({ pages: shop, identity: shop.identity });
  ({ browser, agent } = world);
});
afterAll(() => world?.stop());

const recordOf = (id: string) => agent.$conversations.get().find(one => one.id === id);

const notVerified = (said: Readonly<Record<string, string>>) =>
  Object.entries(said).map(([name, value]) => ({ name, value, verified: false }));

/** What the story of the conversation an agent has open says of the customer. */
const saidOf = (id: string) =>
  until('the story', () => {
    const begun = agent.$thread.get()?.events.find(event => event.conversation === id && event.kind === 'started');
    return begun?.kind === 'started' ? (begun.body.story.attributes ?? []) : undefined;
  });

/** Makes a call of the page, once the shim is there. */
async function call(page: Page, text: string) {
  await page.waitForLoadState('networkidle');
  await page.evaluate(`void (${text})`);
}

test.each(Object.entries(VENDORS))('%s: the calls of a page go on working with Handrail', async (name, vendor) => {
  const { page, problems, context } = await openPage(browser);
  await page.goto(`${shop.origin}/${name}`);
  const panel = panelOf(page);

  await call(page, vendor.article);
  await panel.waitFor();
  if (vendor.article.includes('frame-size-guide'))
    await panel.getByRole('heading', { name: 'Frame size guide' }).first().waitFor();

  await call(page, vendor.open);
  await panel.locator('textarea').last().waitFor();
  await say(page, 'I want to talk to a person');
  const id = await waiting(agent);
  agent.open(id);
  await agent.take(id);
  await panel.getByText('Mina Holm joined').waitFor();
  const known = await until('a known customer', () => recordOf(id)?.identified);
  expect(known.id).toBe(vendor.customer);
  expect(await saidOf(id)).toEqual(expect.arrayContaining(notVerified(vendor.said)));
  const filed = Object.entries(vendor.filed ?? {}).map(([name, value]) => ({ name, value }));
  await expect.poll(() => recordOf(id)?.attributes ?? []).toEqual(filed);

  await call(page, vendor.close);
  await panel.waitFor({ state: 'hidden' });
  await agent.reply(id, 'Hello from the desk');
  await page.getByRole('button', { name: 'Open help, 1 unread' }).waitFor();
  // Signing in and starting to write may overtake each other.
  await expect.poll(() => page.evaluate<string[]>('heard.toSorted()')).toEqual([...vendor.heard].sort());

  await call(page, vendor.signOut);
  await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(0);
  expect(problems).toEqual([]);
  await agent.close(id).catch(() => {});
  await context.close();
});

test('without a token the team is told who the customer is as not verified, and the form knows name and e-mail', async () => {
  const { page, problems, context } = await openPage(browser);
  await page.goto(`${shop.origin}/unsigned`);
  const panel = panelOf(page);
  await call(page, "Intercom('showMessages')");
  await panel.locator('textarea').last().waitFor();
  await say(page, 'I want to talk to a person');
  const id = await waiting(agent);
  agent.open(id);
  expect(await saidOf(id)).toEqual(
    expect.arrayContaining(notVerified({ id: '7', email: 'ana@mail.example', plan: 'gold' })),
  );
  expect(recordOf(id)?.identified).toBeUndefined();
  await call(page, "Handrail('open', 'contact')");
  await expect.poll(() => panel.getByLabel('E-mail', { exact: true }).inputValue()).toBe('ana@mail.example');
  expect(problems).toEqual([expect.stringMatching(/no `getToken`/)]);
  await agent.take(id);
  await agent.close(id);
  await context.close();
});
