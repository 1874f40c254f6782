import {
  createAnnouncer,
  createComposer,
  createScrollKeeper,
  type MessageRow,
  messageRows,
} from '@handrail/core/parts';
import { client, element } from './client.js';
import { drawLinks } from './links.js';

const [log, text, said, problem] = [
  element('log'),
  element<HTMLTextAreaElement>('text'),
  element('said'),
  element('problem'),
];
const keeper = createScrollKeeper();
const composer = createComposer<File>(client);
const announcer = createAnnouncer({
  words: () => ({
    assistant: 'bot',
    notice: ({ notice, name }) => (notice === 'joined' ? `${name} joined` : ''),
    files: count => `${count} files`,
    refused: ({ error }) => `Not sent: ${error?.message}`,
    typing: name => `${name ?? 'Somebody'} is typing`,
  }),
  say: words => {
    said.textContent = words;
  },
  since: performance.timeOrigin,
  later: run => setTimeout(run, 200),
});

client.$messages.subscribe(items => {
  log.replaceChildren(...messageRows(items).map(drawRow));
  const top = keeper.changed(items, log.scrollHeight);
  if (top !== null) log.scrollTop = top;
});
// What scrolls must be reached by keyboard.
log.tabIndex = 0;
log.addEventListener('scroll', () => {
  if (keeper.scrolled(log) && client.$hasOlder.get()) void client.loadOlder().catch(() => {});
});
for (const store of [client.$messages, client.$thinking, client.$typing]) store.subscribe(announce);

client.$draft.subscribe(draft => {
  if (text.value !== draft) text.value = draft;
});
composer.$state.subscribe(state => {
  problem.textContent = state.problem?.message ?? '';
});
text.addEventListener('input', () => composer.input(text.value));
text.addEventListener('keydown', event => {
  if (composer.keyDown(event)) event.preventDefault();
});
text.addEventListener('compositionstart', composer.compositionStart);
text.addEventListener('compositionend', composer.compositionEnd);
element('form').addEventListener('submit', event => {
  event.preventDefault();
  void composer.send();
});

client.$owner.subscribe(owner => {
  element('state').textContent = `You are talking to: ${owner}`;
});
element('person').addEventListener('click', () => void client.requestHuman());

function announce() {
  const read = client.$conversation.get()?.marks.visitor.read ?? 0;
  const [items, thinking, typing] = [client.$messages.get(), client.$thinking.get(), client.$typing.get()];
  announcer.update({ items, thinking, typing, read });
}

function drawRow({ item, startsGroup }: MessageRow): HTMLLIElement {
  const line = document.createElement('li');
  const who = document.createElement('b');
  if (item.kind === 'notice') who.textContent = `${item.notice} ${item.name ?? ''}`;
  else if (startsGroup) who.textContent = `${item.name ?? item.from}: `;
  line.append(who);
  if (item.kind === 'message') line.append(item.text, ...drawLinks(item));
  return line;
}
