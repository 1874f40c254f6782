import { createSearchBox, type HitTarget, markedParts } from '@handrail/core/parts';
import { client, element, setAttributes } from './client.js';

const [query, results] = [element<HTMLInputElement>('query'), element('results')];
const box = createSearchBox(client, { id: 'results', open });

query.addEventListener('input', () => box.input(query.value));
query.addEventListener('keydown', event => {
  if (box.keyDown(event)) event.preventDefault();
});
client.$search.subscribe(box.changed);
client.$search.subscribe(draw);
box.$chosen.listen(draw);

function draw() {
  const search = client.$search.get();
  const view = box.view(search, box.$chosen.get());
  if (query.value !== search.query && search.query === '') query.value = '';
  setAttributes(query, view.input, ['aria-activedescendant']);
  setAttributes(results, view.list);
  results.hidden = !view.expanded;
  const hits = new Map(search.result?.hits.map(hit => [hit.id, hit]));
  results.replaceChildren(
    ...view.targets.map(target => {
      const option = document.createElement('li');
      setAttributes(option, view.option(target));
      option.addEventListener('click', () => open(target));
      const hit = hits.get(target.article);
      const section = hit?.sections.find(({ id }) => id === target.section);
      option.append(...marked(hit?.title ?? '', hit?.titleMarks ?? []), section ? ` · ${section.title}` : '');
      return option;
    }),
  );
}

function marked(text: string, marks: readonly (readonly [number, number])[]) {
  return markedParts(text, marks).map(part => {
    if (!part.marked) return part.text;
    const mark = document.createElement('mark');
    mark.append(part.text);
    return mark;
  });
}

function open(target: HitTarget) {
  // What went wrong is in `$article`, where it is drawn.
  client.openArticle(target.article, { section: target.section }).catch(() => {});
}
