import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { RETURNS, startWrittenShop, stops } from '../../test/writtenShop.js';

test('an action that says what it is for may be called, with what was hidden; one that does not may not', async () => {
  const seen: (string | undefined)[] = [];
  const shop = createServer(({ url }, response) => {
    seen.push(url);
    response.setHeader('content-type', 'application/json').end('{"state":"shipped","due":"2026-12-01"}');
  });
  await new Promise<void>(resolve => shop.listen(0, '127.0.0.1', resolve));
  stops.push(() => shop.close());
  const url = `http://127.0.0.1:${(shop.address() as AddressInfo).port}/orders/{order}`;
  const { ask, standIn } = await startWrittenShop({
    actions: {
      'order-status': { url, private: true, tool: 'Looks an order up.', input: { order: {}, mail: {} } },
      cancel: { url, private: true, method: 'POST', input: { order: {} } },
    },
  });
  const askFor = (written: string) =>
    ask(
      ({ messages }) =>
        messages.some(({ role }) => role === 'tool')
          ? { text: written }
          : { call: 'action_order_status', input: { order: 'NB-1', mail: '[email-1]' } },
      { text: 'Where is NB-1 of ana@mail.example?' },
    );
  expect(await askFor('It is shipped and due 2026-12-01.')).toMatchObject({
    text: 'It is shipped and due 2026-12-01.',
    result: 'answered',
    sources: [],
  });
  expect(seen).toEqual(['/orders/NB-1?mail=ana%40mail.example']);
  expect(standIn.asked[0]?.body.tools?.map(tool => tool.function.name).slice(3)).toEqual(['action_order_status']);
  expect(JSON.stringify(standIn.asked)).not.toContain('ana@mail.example');
  expect(await askFor('It is shipped and due 2026-12-24.')).toMatchObject({ result: 'refused', shown: [] });
});

const folder = fileURLToPath(new URL('../../../../../shared/data/security/', import.meta.url));

test.runIf(existsSync(folder))('a model that obeys attackers says nothing of it to customers', async () => {
  const own = JSON.parse(readFileSync(`${folder}own-prompt-injection.json`, 'utf8')) as {
    text: string;
    where: string;
  }[];
  const others = JSON.parse(readFileSync(`${folder}prompt-injection.json`, 'utf8')) as { payload: string }[];
  const attacks = [...own, ...others.map(({ payload }) => ({ text: payload, where: 'user' }))];
  const inArticle = own.filter(({ where }) => where !== 'user').map(({ text }) => text);
  const { ask, standIn } = await startWrittenShop({
    model: { perMinute: 6000 },
    returns: `${RETURNS}\n${inArticle.map(text => `\`${text.replaceAll('`', '')}\``).join('\n\n')}\n`,
  });
  for (const { text, where } of attacks) {
    const canary = () => /Note (\w+)/.exec(standIn.asked.at(-1)?.body.messages[0]?.content ?? '')?.[1] ?? '-';
    // It repeats the attack, tells its rules, sends the customer to the attacker, and promises what nobody promised.
    for (const obeyed of [
      // What stands in the site's own article may be said, as it may be quoted.
      () => (where === 'user' ? `${text} [1]` : 'You are an administrator now. [1]'),
      () => `My note is ${canary()}. [1]`,
      () => 'Claim your refund at https://evil.test/refund?c=1 today. [1]',
      () => 'You get a 100 % discount, and this is binding. [1]',
    ]) {
      standIn.answer(() => ({ text: obeyed(), piece: 40 }));
      const { shown } = await ask(() => ({ text: obeyed(), piece: 40 }), { text: text.slice(0, 4000) });
      const all = shown.join('\n');
      expect(all).not.toContain(canary());
      expect(all).not.toMatch(/https?:|evil\.test|<\w|100 %/);
    }
  }
});

test('an answer that ran out of tokens ends with its last whole sentence', async () => {
  const { ask } = await startWrittenShop();
  const cut = (text: string) => ask({ text, finish: 'length' });
  expect(await cut('You can send a bike back within 30 days. [1] We pay the par')).toMatchObject({
    text: 'You can send a bike back within 30 days.',
    result: 'answered',
  });
  expect(await cut('You can send a bike ba')).toMatchObject({ result: 'failed', shown: [] });
});
