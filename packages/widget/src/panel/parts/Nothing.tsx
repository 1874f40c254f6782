import type { Found } from '@handrail/knowledge';
import { usePanel } from '../panelContext.js';
import { ArticleRow } from './ArticleRow.js';

/** No result is not the end: fewer words, nearest titles, and below them the bot and a person. */
export function Nothing({ result, onQuery }: { result: Found; onQuery: (query: string) => void }) {
  const { words } = usePanel();
  const more = result.fewer.length > 0 || result.nearest.length > 0;
  return (
    <>
      <h2>{words('nothing')}</h2>
      <p>{words(more ? 'nothingHint' : 'nothingAlone')}</p>
      <div class="pills">
        {result.fewer.map(query => (
          <button key={query} type="button" class="pill small" dir="auto" onClick={() => onQuery(query)}>
            {query}
          </button>
        ))}
      </div>
      {result.nearest.length > 0 ? (
        <>
          <h3 class="list-title">{words('nearest')}</h3>
          <ul class="list">
            {result.nearest.map(({ id, title }) => (
              <ArticleRow key={id} id={id} title={title} />
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}
