import { createHandrail, type TimelineItem, webStorage } from '@handrail/core';

const params = new URLSearchParams(location.search);
const client = createHandrail({
  server: params.get('server') ?? 'http://localhost:4400',
  site: params.get('site') ?? 'demo',
  environment: {
    storage: webStorage(() => localStorage),
    page: () => ({ url: location.href, title: document.title }),
  },
});

const element = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
const query = element<HTMLInputElement>('query');
const text = element<HTMLInputElement>('text');

query.addEventListener('input', () => void client.search(query.value));
client.$search.subscribe(({ result }) => {
  element('results').replaceChildren(
    ...(result?.hits ?? []).map(hit => {
      const line = document.createElement('li');
      line.append(hit.title);
      return line;
    }),
  );
});

client.$messages.subscribe(items => element('log').replaceChildren(...items.map(drawItem)));
client.$owner.subscribe(owner => {
  element('state').textContent = `You are talking to: ${owner}`;
});

element('form').addEventListener('submit', event => {
  event.preventDefault();
  const message = text.value.trim();
  text.value = '';
  if (message !== '') void client.sendMessage(message);
});
element('person').addEventListener('click', () => void client.requestHuman());

function drawItem(item: TimelineItem): HTMLLIElement {
  const line = document.createElement('li');
  const who = document.createElement('b');
  who.textContent = item.kind === 'message' ? `${item.name ?? item.from}: ` : `${item.notice} ${item.name ?? ''}`;
  line.append(who, item.kind === 'message' ? item.text : '');
  return line;
}
