import { expect, test } from 'vitest';
import type { MessageItem, TimelineItem } from '../timeline.js';
import { createTestClient } from './createTestClient.js';
import { fixtures } from './fixtures.js';

const said = (items: readonly TimelineItem[]) =>
  items.map(item => (item.kind === 'message' ? `${item.from}: ${item.text}` : `(${item.notice})`));
const lastOf = ({ $messages }: ReturnType<typeof createTestClient>) => $messages.get().at(-1) as MessageItem;

test('a message to the bot is on the screen, and the reply of the test follows', async () => {
  const client = createTestClient({ reply: (text, other) => other.botSays(`You said **${text}**.`) });
  const heard: string[] = [];
  client.on('message:sent', ({ data }) => heard.push(data.text));
  client.setDraft('Hello');
  await client.sendMessage('Hello');
  expect(said(client.$messages.get())).toEqual(['visitor: Hello', 'bot: You said Hello.']);
  expect(lastOf(client).tree).toEqual([{ t: 'p', c: ['You said ', { t: 'strong', c: ['Hello'] }, '.'] }]);
  expect(client.$draft.get()).toBe('');
  expect(client.$thinking.get()).toBe(false);
  expect(client.$connection.get()).toEqual({ state: 'idle' });
  expect(heard).toEqual(['Hello']);
});

test('cards are in the messages, and a choice on one is what the customer says', async () => {
  const client = createTestClient();
  const choice = { label: 'Take it', value: 'city', says: 'City – Take it' };
  const cards = { layout: 'list', items: [{ title: 'City', facts: [], buttons: [choice] }] } as const;
  client.otherSide.botSays('Which bike?', { cards });
  expect(lastOf(client).cards).toEqual(cards);
  await client.choose(choice.value, choice.says);
  expect(said(client.$messages.get())).toEqual(['bot: Which bike?', 'visitor: City – Take it']);
});

test('buttons, an offer, and the queue; then a person, who gets everything said before', async () => {
  const client = createTestClient();
  const { otherSide } = client;
  await client.ask('My parcel is late');
  otherSide.botSays('Which one?', { choices: [{ value: 'a', label: 'The first' }], offer: true });
  expect(lastOf(client)).toMatchObject({ offer: true, choices: [{ label: 'The first' }] });
  await client.choose('a', 'The first');
  await client.requestHuman();
  expect(client.$owner.get()).toBe('queue');
  expect(client.$queue.get()).toEqual({ position: 1 });
  otherSide.agentJoins('Jo');
  expect(client.$owner.get()).toBe('human');
  await client.sendMessage('Are you there?');
  expect(lastOf(client)).toMatchObject({ text: 'Are you there?', state: 'sent' });
  otherSide.agentReads('delivered');
  expect(lastOf(client).state).toBe('delivered');
  otherSide.agentReads();
  expect(lastOf(client).state).toBe('read');
  otherSide.agentSays('Yes');
  expect(lastOf(client)).toMatchObject({ from: 'agent', name: 'Jo', text: 'Yes' });
  expect(client.getUnreadCount()).toBe(1);
  await client.markRead();
  expect(client.getUnreadCount()).toBe(0);
  otherSide.agentReturnsToBot();
  expect(client.$owner.get()).toBe('bot');
  expect(said(client.$messages.get())).toEqual([
    'visitor: My parcel is late',
    'bot: Which one?',
    'visitor: The first',
    '(queued)',
    '(joined)',
    'visitor: Are you there?',
    'agent: Yes',
    '(returned)',
  ]);
});

test('typing ends by the clock', () => {
  const client = createTestClient({ script: fixtures.person });
  client.otherSide.agentTypes();
  expect(client.$typing.get()).toMatchObject({ name: 'Mina Holm' });
  client.clock.advance(5_999);
  expect(client.$typing.get()).not.toBe(null);
  client.clock.advance(1);
  expect(client.$typing.get()).toBe(null);
});

test('offline, messages wait; back online they are sent, in order', async () => {
  const client = createTestClient({ script: fixtures.offline });
  expect(client.$connection.get().state).toBe('waiting');
  await client.sendMessage('one');
  await client.sendMessage('two');
  expect(client.$messages.get().slice(-2)).toMatchObject([{ state: 'waiting' }, { state: 'waiting' }]);
  client.otherSide.goOnline();
  expect(client.$messages.get().slice(-2)).toMatchObject([
    { text: 'one', state: 'sent' },
    { text: 'two', state: 'sent' },
  ]);
});

test('a message on its way, and a refused one that is sent again or taken back', async () => {
  const client = createTestClient({ script: fixtures.person });
  const failures: string[] = [];
  client.on('message:failed', ({ data }) => failures.push(data.code));
  client.otherSide.holdSends();
  await client.sendMessage('slow');
  expect(lastOf(client)).toMatchObject({ text: 'slow', state: 'sending' });
  client.otherSide.takeSends();
  expect(lastOf(client).state).toBe('sent');
  client.otherSide.failNextSend('text_too_long');
  await client.sendMessage('no');
  expect(lastOf(client)).toMatchObject({ state: 'refused', error: { code: 'text_too_long' } });
  expect(failures).toEqual(['text_too_long']);
  await client.retry(lastOf(client).id);
  expect(lastOf(client)).toMatchObject({ text: 'no', state: 'sent' });
  client.otherSide.failNextSend();
  await client.sendMessage('never mind');
  await client.discard(lastOf(client).id);
  expect(lastOf(client).text).toBe('no');
});

test('a code that may pass is tried again by the clock', async () => {
  const client = createTestClient({ script: fixtures.person });
  client.otherSide.failNextSend('rate_limited');
  await client.sendMessage('busy?');
  expect(lastOf(client).state).toBe('sending');
  client.clock.advance(2_000);
  expect(lastOf(client).state).toBe('sent');
});

test('files are with the message at once; the bot takes none', async () => {
  const file = { name: 'photo.png', type: 'image/png', size: 3, slice: () => file };
  const client = createTestClient({ script: fixtures.person });
  await client.sendMessage('', { attachments: [file] });
  expect(lastOf(client)).toMatchObject({ state: 'sent', files: [{ name: 'photo.png', size: 3 }] });
  expect(await client.fileUrl('f1')).toBe('https://help.example/k/test/files/f1');
  const alone = createTestClient();
  await expect(alone.sendMessage('', { attachments: [file] })).rejects.toMatchObject({ code: 'forbidden' });
});

test('nobody is there: the contact form, and a left message', async () => {
  const client = createTestClient({ script: fixtures.bot });
  client.otherSide.available({ state: 'closed', nextOpenAt: client.clock.now() + 3_600_000 });
  await client.requestHuman();
  expect(client.$contact.get()).toEqual({ reason: 'offline', text: 'Where is my order?' });
  await client.leaveMessage({ email: 'ana@example.com', text: 'Please write' });
  expect(said(client.$messages.get()).at(-1)).toBe('(left_message)');
  await expect(client.leaveMessage({ email: 'ana', text: 'x' })).rejects.toMatchObject({ code: 'bad_request' });
});

test('search and articles, of a help centre of the test', async () => {
  const client = createTestClient();
  const searched: string[] = [];
  client.on('search', ({ data }) => searched.push(data.query));
  expect((await client.search('refund')).hits).toMatchObject([{ id: 'refund' }]);
  expect(client.$search.get().state).toBe('done');
  expect(searched).toEqual([]);
  client.clock.advance(400);
  expect(searched).toEqual(['refund']);
  await client.openArticle('track-order');
  expect(client.$article.get()).toMatchObject({
    state: 'ready',
    article: { headings: [{ text: 'When it is late', level: 2 }] },
  });
  client.rateArticle('track-order', 'yes');
  expect(client.$article.get()?.vote).toBe('yes');
  expect(await client.recent()).toMatchObject([{ id: 'track-order' }]);
  await expect(client.openArticle('nowhere')).rejects.toMatchObject({ code: 'not_found' });
  expect(() => client.otherSide.botAnswers('nowhere')).toThrow('expected an article of the test, got "nowhere"');
  const own = createTestClient({ articles: [{ id: 'a', title: 'Opening hours', text: 'Ten to six.' }] });
  expect((await own.lookUp('six')).hits).toMatchObject([{ title: 'Opening hours', snippet: { text: 'Ten to six.' } }]);
});

test('calls are written down; those of the script are not', async () => {
  const client = createTestClient({ script: fixtures.bot });
  await client.rate(lastOf(client).id, 'yes');
  client.setDraft('x');
  expect(client.calls.map(({ method }) => method)).toEqual(['rate', 'setDraft']);
  expect(client.callsOf('setDraft')).toEqual([['x']]);
  expect(lastOf(client).vote).toBe('yes');
});

test('who the customer is, a sign-out, and the end', async () => {
  const client = createTestClient({ script: fixtures.person });
  await client.identify({ id: 'ana', plan: 'gold' }, { getToken: () => 'token' });
  expect(client.$identity.get()).toMatchObject({ id: 'ana', state: 'verified' });
  await client.logout();
  expect([client.$identity.get(), client.$current.get(), client.$messages.get()]).toEqual([null, null, []]);
  client.destroy();
  await expect(client.sendMessage('x')).rejects.toMatchObject({ code: 'destroyed' });
  await expect(client.search('x')).rejects.toMatchObject({ code: 'destroyed' });
});

test('two runs are the same to the letter', () => {
  const run = () => {
    const { $messages } = createTestClient({ script: fixtures.person });
    return $messages.get();
  };
  expect(run()).toEqual(run());
});
