// Searches, asks, requests a person and talks: node chat.js SERVER SITE QUESTION
import { createHandrail } from '@handrail/core';

const [server = 'http://localhost:4400', site = 'demo', question = 'How long is the frame warranty?'] =
  process.argv.slice(2);

const client = createHandrail({ server, site });
client.on('error', ({ data }) => console.error(`! ${data.code}: ${data.message}`));

const { hits } = await client.search(question);
console.log(`found: ${hits.map(hit => hit.title).join(' | ') || 'nothing'}`);

const told = new Set<string>();
client.$messages.subscribe(items => {
  for (const item of items) {
    if (told.has(item.id)) continue;
    told.add(item.id);
    if (item.kind === 'message') console.log(`${item.from}: ${item.text}`);
    else console.log(`* ${item.notice} ${item.name ?? ''}`);
  }
});

await client.ask(question);
await client.requestHuman();

const contact = client.$contact.get();
if (contact) {
  console.log('nobody is here; leaving a message');
  await client.leaveMessage({ email: 'script@example.com', text: contact.text || question });
  client.destroy();
} else {
  client.once('handoff:accepted', ({ data }) => {
    console.log(`* ${data.agent} is here`);
    void client.sendMessage('Hello from a script');
  });
  client.once('message:received', async ({ data }) => {
    await client.sendMessage(`You said: ${data.text}`);
    await client.endConversation();
  });
  client.once('conversation:end', () => setTimeout(() => client.destroy(), 500));
}
