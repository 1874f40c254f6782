// An agent that is a program: node bot.mjs http://localhost:4400 hs_…
import { createAgent } from '@handrail/core/agent';

const [server = 'http://localhost:4400', token = ''] = process.argv.slice(2);

const ANSWERS = [
  { asked: /hour|open/i, answer: 'We are open from **ten to six**, Monday to Saturday.' },
  { asked: /address|where are you/i, answer: 'Our shop is at **12 Harbour Road**.' },
];
const GREETING = 'Hello, I am a program. I know our **hours** and our **address**; for anything else I give you back.';
const GOODBYE = 'That is beyond me. I give you back; ask for a person once more, and one will come.';

const bot = createAgent({ server, token });
/** Who was given back is a person's from then on. */
const givenBack = new Set();

bot.on('error', ({ code, message }) => console.error(`${code}: ${message}`));
bot.on('waiting', ({ conversation }) => void take(conversation));
bot.on('event', event => {
  if (event.kind === 'message' && event.sender.kind === 'visitor') void answer(event.conversation, event.body.text);
});
await bot.ready();
console.log(`ready as ${bot.$me.get().name}`);
for (const { id, owner } of bot.$conversations.get()) if (owner === 'queue') void take(id);

async function take(conversation) {
  if (givenBack.has(conversation)) return;
  // A colleague may have been faster.
  const isMine = await bot.take(conversation).then(
    () => true,
    () => false,
  );
  if (isMine) await bot.reply(conversation, GREETING);
}

async function answer(conversation, text) {
  const record = bot.$conversations.get().find(({ id }) => id === conversation);
  if (record?.assignee?.id !== bot.$me.get().id) return;
  const known = ANSWERS.find(({ asked }) => asked.test(text));
  if (known) return bot.reply(conversation, known.answer);
  givenBack.add(conversation);
  await bot.reply(conversation, GOODBYE);
  return bot.returnToBot(conversation);
}
