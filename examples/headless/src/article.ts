import { client, element } from './client.js';

const view = element('article');

/** Whoever opens an article, the search or an answer: it is drawn here. */
client.$article.subscribe(opened => {
  view.hidden = opened === null;
  if (!opened) return;
  const { state, article, section } = opened;
  const heading = article?.headings.find(({ id }) => id === section);
  const texts = { loading: 'Opening', missing: 'It is gone.', failed: 'It cannot be opened now.' };
  view.textContent = state === 'ready' ? `Open: ${article?.title}${heading ? ` › ${heading.text}` : ''}` : texts[state];
});
