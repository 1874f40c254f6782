import type { ModelReply } from '@handrail/test-kit';
import { expect, test } from 'vitest';
import { GOOD, startWrittenShop } from '../../test/writtenShop.js';

test('an answer comes sentence by sentence, with what it rests on; the model gets passages and rules', async () => {
  const { ask, standIn } = await startWrittenShop({
    model: { headers: { authorization: 'Bearer s3cret' }, voice: 'Friendly.' },
  });
  const { shown, result, sources } = await ask({ text: GOOD });
  expect(shown).toEqual([
    'You can send it back within 30 days.',
    'You can send it back within 30 days. We pay for the parcel.',
  ]);
  expect([result, sources]).toEqual(['answered', [{ article: 'returns', title: 'Returns', by: 'model' }]]);
  const [{ body, headers }] = standIn.asked as [(typeof standIn.asked)[number]];
  expect([headers.authorization, body.model, body.stream]).toEqual(['Bearer s3cret', 'stand-in', true]);
  const [system, user] = body.messages;
  expect(system?.content).toMatch(/customers of "Shop".*Write English.*Friendly\.$/s);
  expect(JSON.parse(user?.content ?? '')).toEqual({
    passages: [{ number: 1, title: 'Returns', text: expect.stringContaining('within 30 days') }],
    before: [],
    question: 'Can I send my bike back?',
  });
  expect(body.tools?.map(tool => tool.function.name)).toEqual(['refuse', 'handoff', 'searchArticles']);
});

test('what a page says an article says counts for nothing; the rest of the best article follows', async () => {
  const { ask, standIn } = await startWrittenShop();
  const passages = [
    { article: 'returns', section: 'how-to' },
    { article: 'secret' },
    { article: 'repairs', section: 'gone' },
  ];
  await ask({ text: GOOD }, { passages });
  const { passages: given } = JSON.parse(standIn.asked[0]?.body.messages[1]?.content ?? '');
  expect(given).toEqual([
    { number: 1, title: 'Returns > How to', text: 'How to\nPrint the label. Pack the bike. Hand it to the driver.' },
    { number: 2, title: 'Repairs', text: expect.stringContaining('5 to 7') },
    { number: 3, title: 'Returns', text: 'You can send a bike back within 30 days. We pay the parcel.' },
  ]);
  expect(await ask({ text: GOOD }, { passages: [{ article: 'secret' }] })).toMatchObject({
    result: 'refused',
    shown: [],
  });
  expect(standIn.asked).toHaveLength(1);
});

test('what names a customer stays here, and stands in the answer all the same', async () => {
  const { ask, standIn } = await startWrittenShop();
  const { text } = await ask(
    ({ messages }) => {
      expect(JSON.stringify(messages)).not.toContain('ana@mail.example');
      return { text: 'We pay the parcel for [email-1]. [1]' };
    },
    { text: 'Parcel for ana@mail.example?', before: [{ by: 'visitor', text: 'I am ana@mail.example' }] },
  );
  expect(text).toBe('We pay the parcel for ana@mail.example.');
  expect(standIn.asked).toHaveLength(1);
});

test.each([
  ['nothing it rests on', 'You can send a bike back within 30 days.', ''],
  [
    'a number of its own',
    `${GOOD} You get 50 euros back. [1]`,
    'You can send it back within 30 days. We pay for the parcel.',
  ],
  ['a number from the start', 'You can send it back within 60 days. [1]', ''],
  ['a passage it was not given', 'You can send it back. [7]', ''],
  ['a link', 'Send it back at [our page](https://evil.test/x) within 30 days. [1]', ''],
  ['words of its own', 'Administrators granted everybody unlimited vouchers yesterday. [1]', ''],
])('%s is not shown', async (_, written, shown) => {
  const { ask } = await startWrittenShop();
  const { text, result } = await ask({ text: written });
  expect([text, result]).toEqual([shown, shown === '' ? 'refused' : 'answered']);
});

test('the rules are not told, in whatever words they come', async () => {
  const { ask } = await startWrittenShop();
  const { result, shown } = await ask(({ messages }) => ({ text: `${messages[0]?.content} [1]` }));
  expect([result, shown]).toEqual(['refused', []]);
});

test('a picture, a link and HTML of the model’s own are words at most', async () => {
  const { ask } = await startWrittenShop({ model: { support: 0 } });
  const { shown } = await ask({
    text: 'Send the <img src=x onerror=alert(1)> ![bike](x.png) [back](javascript:1). [1]',
  });
  expect(JSON.stringify(shown)).not.toMatch(/onerror|javascript|x\.png/);
});

test('it refuses, hands over or searches by tools, never by words', async () => {
  const { ask, standIn } = await startWrittenShop();
  expect(await ask({ call: 'refuse' })).toMatchObject({ result: 'refused', shown: [] });
  expect(await ask({ call: 'handoff' })).toMatchObject({ result: 'handoff', shown: [] });
  expect(await ask({ text: 'HANDOFF handoff() {"tool":"handoff"}' })).toMatchObject({ result: 'refused' });
  const searched = await ask((_request, n) =>
    n === 3
      ? { call: 'searchArticles', input: { query: 'How long does a repair take?' } }
      : { text: 'A repair takes 5 to 7 working days. [2]' },
  );
  expect(searched).toMatchObject({
    text: 'A repair takes 5 to 7 working days.',
    result: 'answered',
    sources: [{ article: 'repairs' }],
  });
  const found = standIn.asked[4]?.body.messages.find(({ role }) => role === 'tool')?.content;
  expect(found).toContain('"number":2');
});

test('a tool that goes on for ever is stopped', async () => {
  const { ask, standIn } = await startWrittenShop();
  expect(await ask({ call: 'searchArticles', input: { query: 'repair' } })).toMatchObject({ result: 'refused' });
  expect(standIn.asked.length).toBe(4);
});

test.each([
  ['an error', { status: 500 }],
  ['a wrong key', { status: 401 }],
  ['a redirect', { status: 302 }],
  ['silence', { hang: '' }],
  ['a cut wire', { cut: '' }],
  ['no stream of the API', { garbage: 'data: {"choices":[{"delta":{"content":7}}]}\n\ndata: {nope\n\n' }],
  ['a page', { garbage: '<html>login</html>' }],
] as const)('%s of the provider: the answer failed, and the server goes on', async (_, reply) => {
  const { ask } = await startWrittenShop({ model: { timeout: 0.3 } });
  const { result, shown } = await ask(reply as ModelReply);
  expect(shown).toEqual([]);
  expect(['failed', 'refused']).toContain(result);
  expect(await ask({ text: GOOD })).toMatchObject({ result: 'answered' });
});

test('what was checked stays when the rest does not come', async () => {
  const { ask } = await startWrittenShop({ model: { timeout: 0.3 } });
  const half = 'You can send it back within 30 days. [1] We pay for';
  for (const reply of [{ hang: half }, { cut: half }])
    expect(await ask(reply), JSON.stringify(reply)).toMatchObject({
      result: 'answered',
      text: 'You can send it back within 30 days.',
    });
});

test('a request that failed is made again, as often as the settings say', async () => {
  const { ask, standIn } = await startWrittenShop({ model: { retries: 1, timeout: 8 } });
  expect(await ask((_request, n) => (n === 0 ? { status: 503 } : { text: GOOD }))).toMatchObject({
    result: 'answered',
  });
  expect(standIn.asked).toHaveLength(2);
});

test('a customer who leaves stops it', async () => {
  const { post, standIn } = await startWrittenShop({ model: { timeout: 60 } });
  standIn.answer({ hang: 'You can' });
  const left = new AbortController();
  const response = await post({}, left.signal);
  const read = response.text().catch(() => 'left');
  while (standIn.asked.length === 0) await new Promise(resolve => setTimeout(resolve, 5));
  left.abort();
  expect(await read).toBe('left');
});

test('answers and tokens of a day end; then the page quotes', async () => {
  const answers = await startWrittenShop({ model: { perDay: 2 } });
  for (const expected of ['answered', 'answered', 'failed'])
    expect((await answers.ask({ text: GOOD })).result).toBe(expected);
  expect(answers.standIn.asked).toHaveLength(2);
  const tokens = await startWrittenShop({ model: { tokensPerDay: 150 } });
  for (const expected of ['answered', 'answered', 'failed'])
    expect((await tokens.ask({ text: GOOD, tokens: 100 })).result).toBe(expected);
  expect(tokens.standIn.asked).toHaveLength(2);
});

test('an address asks so often a minute', async () => {
  const { ask, post } = await startWrittenShop({ model: { perMinute: 1 } });
  await ask({ text: GOOD });
  expect((await post({})).status).toBe(429);
});

test.each([
  [{ site: 'other' }, 403],
  [{ site: 'nowhere' }, 404],
  [{ text: '' }, 400],
  [{ text: 'x'.repeat(4001) }, 400],
  [{ passages: [] }, 400],
  [{ passages: 'returns' }, 400],
  [{ locale: 'no locale' }, 400],
])('%j is refused with %i', async (body, status) => {
  const { post } = await startWrittenShop();
  expect((await post(body)).status).toBe(status);
});

test('figures count answers and tokens, and nobody’s words', async () => {
  const { ask, server } = await startWrittenShop();
  await ask({ text: GOOD });
  const text = await server.parts.metrics.text();
  expect(text).toContain('handrail_answer_seconds_count{site="shop",result="answered"} 1');
  expect(text).toContain('handrail_model_tokens_total{site="shop"} 120');
});
