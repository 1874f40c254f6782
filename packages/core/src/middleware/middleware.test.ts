import { expect, test } from 'vitest';
import { createTestClient } from '../testing/createTestClient.js';

const texts = (client: ReturnType<typeof createTestClient>) =>
  client.$messages.get().map(item => (item.kind === 'message' ? item.text : item.notice));

test('beforeSend changes what is sent, in the order it was added', async () => {
  const client = createTestClient();
  client.use({ beforeSend: message => ({ ...message, text: `${message.text}!` }) });
  client.use({ beforeSend: async message => ({ ...message, text: message.text.toUpperCase() }) });
  await client.sendMessage('hello');
  expect(texts(client)).toEqual(['HELLO!']);
});

test('null sends nothing, and the draft stays', async () => {
  const client = createTestClient();
  const stop = client.use({ beforeSend: ({ text, attachments }) => (text === '/help' ? null : { text, attachments }) });
  client.setDraft('/help');
  await client.sendMessage('/help');
  expect(texts(client)).toEqual([]);
  expect(client.$draft.get()).toBe('/help');
  stop();
  await client.sendMessage('/help');
  expect(texts(client)).toEqual(['/help']);
});

test('what throws is told, and the message goes out as it was', async () => {
  const client = createTestClient();
  const errors: string[] = [];
  client.on('error', ({ data }) => errors.push(`${data.code} ${data.message}`));
  client.use({ beforeSend: () => Promise.reject(new Error('broken')) });
  client.use({ beforeSend: () => ({ text: 7 }) as never });
  await client.sendMessage('hello');
  expect(texts(client)).toEqual(['hello']);
  expect(errors).toEqual([
    'internal Error: broken',
    'bad_request use: beforeSend: expected a message or null, got {"text":7}.',
  ]);
});

test('a text that grew too long is refused, and nothing is sent', async () => {
  const client = createTestClient();
  client.use({ beforeSend: message => ({ ...message, text: 'x'.repeat(20_000) }) });
  await expect(client.sendMessage('hello')).rejects.toMatchObject({ code: 'text_too_long' });
  expect(texts(client)).toEqual([]);
});

test('beforeDisplay changes and hides what is shown, also what is there already', async () => {
  const client = createTestClient();
  await client.sendMessage('my card is 4111');
  client.otherSide.botSays('**Hello** there');
  const before = client.$messages.get();
  const stop = client.use({
    beforeDisplay: message =>
      message.from === 'visitor' ? null : { ...message, text: message.text.replace('there', 'you') },
  });
  expect(texts(client)).toEqual(['Hello you']);
  // The tree would go on saying the old words.
  expect(client.$messages.get()[0]).not.toHaveProperty('tree');
  stop();
  expect(client.$messages.get()).toEqual(before);
});

test('what throws while a message is shown is told once, and the message is shown', async () => {
  const client = createTestClient();
  const errors: string[] = [];
  client.on('error', ({ data }) => errors.push(data.message));
  client.use({
    beforeDisplay: message => {
      throw new Error(`cannot show ${message.text}`);
    },
  });
  await client.sendMessage('one');
  await client.sendMessage('two');
  expect(texts(client)).toEqual(['one', 'two']);
  expect(errors).toEqual(['Error: cannot show one', 'Error: cannot show two']);
});

test('what is no middleware is refused with its path', () => {
  const client = createTestClient();
  for (const wrong of [null, undefined, 'x', { beforeSend: 'x' }])
    expect(() => client.use(wrong as never)).toThrow('use: expected an object of functions.');
});
