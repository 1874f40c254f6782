import type { Article } from '@handrail/knowledge';
import { useEffect, useRef, useState } from 'preact/hooks';
import { drawForArticle } from '../../render/drawForArticle.js';
import { directionOf } from '../../text/words.js';
import { usePanel } from '../panelContext.js';
import { ArticleRow } from '../parts/ArticleRow.js';
import { ArticleVote } from '../parts/ArticleVote.js';
import { Body } from '../parts/Body.js';
import { Header, IconButton, Who } from '../parts/Header.js';
import { Prose } from '../parts/Prose.js';
import { useStore } from '../useStore.js';

/** From this many headings on an article says what is on its page. */
const LONG = 3;

/** An article, opened at the section that matched. */
export function ArticleView({ id, section }: { id: string; section: string | null }) {
  const { client, words, config, wide, setWide } = usePanel();
  const locale = useStore(client.$locale);
  const open = useStore(client.$article);
  const load = () => void client.openArticle(id, { section }).catch(() => {});
  useEffect(() => {
    load();
    return client.closeArticle;
  }, [client, id, section, locale]);
  // Opened by an id it had before, an article answers with its own.
  const article = open && (open.id === id || open.article?.aliases?.includes(id)) ? open.article : null;
  const tab = config.articleUrl?.replace('{id}', encodeURIComponent(id)).replace('{locale}', locale);

  return (
    <>
      <Header
        tools={
          <>
            <IconButton
              icon={wide ? 'narrow' : 'widen'}
              label={words(wide ? 'narrow' : 'widen')}
              pressed={wide}
              onClick={() => setWide(!wide)}
            />
            {tab ? (
              <IconButton
                icon="external"
                label={words('openTab')}
                onClick={() => window.open(tab, '_blank', 'noopener')}
              />
            ) : null}
          </>
        }
      >
        <Who name={article?.title ?? words('help')} />
      </Header>
      <Body key={`${id}#${section ?? ''}`}>
        {article ? (
          <ArticleBody article={article} section={section} />
        ) : (
          <State state={open?.state ?? 'loading'} retry={load} />
        )}
      </Body>
    </>
  );
}

function State({ state, retry }: { state: string; retry: () => void }) {
  const { words, navigation } = usePanel();
  if (state === 'missing') {
    return (
      <div class="gone">
        <p>{words('articleGone')}</p>
        <div class="pills">
          <button type="button" class="pill small" onClick={() => navigation.go({ name: 'results' })}>
            {words('search')}
          </button>
          <button type="button" class="pill small" onClick={() => navigation.go({ name: 'chat' })}>
            {words('askQuestion')}
          </button>
        </div>
      </div>
    );
  }
  if (state === 'failed') {
    return (
      <p role="alert">
        {words('helpFailed')}{' '}
        <button type="button" class="button text small" onClick={retry}>
          {words('tryAgain')}
        </button>
      </p>
    );
  }
  return (
    <div role="status" aria-label={words('loading')}>
      {[1, 2, 3, 4, 5, 6].map(line => (
        <div key={line} class="skeleton" />
      ))}
    </div>
  );
}

function ArticleBody({ article, section }: { article: Article; section: string | null }) {
  const { words, navigation } = usePanel();
  // An article may be in another language than the panel; what the panel says in it stays the panel's.
  const ours = { lang: words.locale, dir: words.dir };
  const body = useRef<HTMLElement>(null);
  const [here, setHere] = useState(section);
  const jump = (to: string) => {
    const heading = body.current?.querySelector<HTMLElement>(`[data-section="${CSS.escape(to)}"]`);
    for (let fold = heading?.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true;
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
    setHere(to);
  };
  useEffect(() => {
    if (section && navigation.scrollTop() === 0) jump(section);
  }, [article.id, section]);
  const meta = [
    article.updated ? words('checked', { date: words.date(article.updated) }) : '',
    words.many('minutes', article.minutes),
  ];
  return (
    <article class="article" ref={body} lang={article.locale} dir={directionOf(article.locale)}>
      {article.section ? <p class="meta crumb">{article.section}</p> : null}
      <h2 tabIndex={-1}>{article.title}</h2>
      <p class="meta">
        <bdi {...ours}>{meta.filter(text => text !== '').join(' · ')}</bdi>
      </p>
      {article.headings.length >= LONG ? (
        <nav class="toc" aria-label={words('onThisPage')}>
          <p class="list-title">
            <bdi {...ours}>{words('onThisPage')}</bdi>
          </p>
          <ul>
            {article.headings.map(heading => (
              <li key={heading.id} class={heading.id === here ? 'here' : ''}>
                <button type="button" onClick={() => jump(heading.id)}>
                  {heading.text}
                </button>
              </li>
            ))}
          </ul>
        </nav>
      ) : (
        <div class="toc-none" />
      )}
      <Prose tree={article.tree} draw={drawForArticle} />
      <ArticleVote id={article.id} />
      {article.related.length > 0 ? (
        <section {...ours}>
          <h3 class="list-title">{words('related')}</h3>
          <ul class="list">
            {article.related.map(({ id, title }) => (
              <ArticleRow key={id} id={id} title={title} />
            ))}
          </ul>
        </section>
      ) : null}
    </article>
  );
}
