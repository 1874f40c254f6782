// A customer in plain Node: searches, asks the bot, asks for a person and gets an answer. node talk.mjs SERVER SITE
import { createHandrail } from '@handrail/core';

const [server, site] = process.argv.slice(2);
const help = createHandrail({ server, site });
const { hits } = await help.search('refund');
if (hits.length === 0) throw new Error('search: expected articles, got none');
await help.ask('How do I reset my password?');
const answered = new Promise(resolve => help.once('message:received', ({ data }) => resolve(data.text)));
await help.requestHuman();
console.log(await answered);
help.destroy();
