import type { ArticleSummary } from '@handrail/knowledge';
import { useEffect, useState } from 'preact/hooks';
import { usePanel } from '../panelContext.js';
import { ArticleRow } from '../parts/ArticleRow.js';
import { Conversations } from '../parts/Conversations.js';
import { type ArticleOffers, chooseArticles, MOST, MOST_ROWS } from '../parts/chooseArticles.js';
import { useStore } from '../useStore.js';

const fulfilled = (outcome: PromiseSettledResult<readonly ArticleSummary[]>) =>
  outcome.status === 'fulfilled' ? outcome.value : [];

interface ListProps {
  readonly title: string;
  readonly articles: readonly ArticleSummary[] | undefined;
  readonly chosen?: (id: string) => void;
}

/** What to go on with: articles for this page, conversations, what was read last and what many read. */
export function HomeLists() {
  const { client, words } = usePanel();
  const locale = useStore(client.$locale);
  const named = useStore(client.$suggestions);
  const [lists, setLists] = useState<ArticleOffers | null>(null);
  const [failed, setFailed] = useState(false);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let stale = false;
    const offers = [client.suggestions(MOST), client.recent(MOST_ROWS), client.popular(MOST_ROWS + MOST)] as const;
    void Promise.allSettled(offers).then(outcomes => {
      if (stale) return;
      const [suggested = [], recent = [], popular = []] = outcomes.map(fulfilled);
      const chosen = chooseArticles({ suggested, recent, popular });
      const isEmpty = Object.values(chosen).every(list => list.length === 0);
      setLists(chosen);
      // One list that could not be read is missed by nobody while there are others.
      setFailed(isEmpty && outcomes.some(({ status }) => status === 'rejected'));
    });
    return () => {
      stale = true;
    };
  }, [client, locale, named, tries]);
  return (
    <>
      {failed ? (
        <p class="meta">
          {words('helpFailed')}{' '}
          <button type="button" class="button text small" onClick={() => setTries(tries + 1)}>
            {words('tryAgain')}
          </button>
        </p>
      ) : null}
      <List
        title={words('forThisPage')}
        articles={lists?.suggested}
        chosen={id => client.tellScreen('suggestion:click', id)}
      />
      <Conversations />
      <List title={words('recentlyRead')} articles={lists?.recent} />
      <List title={words('popular')} articles={lists?.popular} />
    </>
  );
}

function List({ title, articles = [], chosen }: ListProps) {
  if (articles.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 class="list-title">{title}</h3>
      <ul class="list">
        {articles.map(article => (
          <ArticleRow key={article.id} id={article.id} title={article.title} chosen={chosen} />
        ))}
      </ul>
    </section>
  );
}
