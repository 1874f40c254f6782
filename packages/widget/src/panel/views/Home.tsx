import type { ArticleSummary } from '@handrail/knowledge';
import { useEffect, useState } from 'preact/hooks';
import { usePanel } from '../panelContext.js';
import { ArticleRow } from '../parts/ArticleRow.js';
import { AvailabilityLine } from '../parts/Availability.js';
import { BotAvatar, BrandAvatar, PersonAvatar } from '../parts/Avatar.js';
import { Body } from '../parts/Body.js';
import { Header } from '../parts/Header.js';
import { Icon } from '../parts/Icon.js';
import { SearchBox } from '../parts/SearchBox.js';
import { useStore } from '../useStore.js';

/** The first place: greeting, search, what suits this page, what was going on, and two doors. */
export function Home() {
  const { client, words, config, navigation } = usePanel();
  const search = (query: string) => {
    if (query.trim() === '') return;
    void client.search(query).catch(() => {});
    navigation.go({ name: 'results' });
  };
  return (
    <>
      <Header plain home>
        <div class="who">
          <BrandAvatar name={config.name} />
          <h1 tabIndex={-1} data-heading>
            {config.name}
          </h1>
        </div>
      </Header>
      <Body class="home">
        <h2 class="hello">
          {words('greeting')}
          <span>{words('question')}</span>
        </h2>
        <SearchBox value="" onInput={search} waitsForComposition />
        <Suggestions />
        <Conversations />
      </Body>
      <Doors />
    </>
  );
}

function Suggestions() {
  const { client, words } = usePanel();
  const locale = useStore(client.$locale);
  const [articles, setArticles] = useState<readonly ArticleSummary[] | null>(null);
  const [failed, setFailed] = useState(false);
  const load = () => {
    setFailed(false);
    client.suggestions(3).then(setArticles, () => setFailed(true));
  };
  useEffect(load, [client, locale]);
  if (failed) {
    return (
      <p class="meta">
        {words('helpFailed')}{' '}
        <button type="button" class="button text small" onClick={load}>
          {words('tryAgain')}
        </button>
      </p>
    );
  }
  if (!articles || articles.length === 0) return null;
  return (
    <section aria-label={words('forThisPage')}>
      <h3 class="list-title">{words('forThisPage')}</h3>
      <ul class="list">
        {articles.map(article => (
          <ArticleRow key={article.id} id={article.id} title={article.title} />
        ))}
      </ul>
    </section>
  );
}

/** Conversations shown on Home; the rest is old. */
const MOST = 3;

function Conversations() {
  const { client, words, navigation } = usePanel();
  const lines = useStore(client.$conversations).slice(0, MOST);
  if (lines.length === 0) return null;
  const open = (id: string) => {
    void client.openConversation(id).catch(() => {});
    navigation.go({ name: 'chat' });
  };
  return (
    <section>
      <h3 class="list-title">{words.many('yourConversations', lines.length)}</h3>
      <ul class="list">
        {lines.map(line => (
          <li key={line.id}>
            <button type="button" class="row" onClick={() => open(line.id)}>
              {line.agent ? <PersonAvatar name={line.agent} /> : <BotAvatar />}
              <span class="two">
                <span>
                  <b>{line.agent ?? words('assistant')}</b>
                  <span class="meta">{words.short(line.at)}</span>
                </span>
                <span>
                  <span class="grow" dir="auto">
                    {line.text}
                  </span>
                  {line.unread > 0 ? (
                    <span class="count">
                      <span class="sr">{words.many('unread', line.unread)}</span>
                      <span aria-hidden="true">{line.unread}</span>
                    </span>
                  ) : null}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Doors() {
  const { client, words, navigation, canReachPeople } = usePanel();
  const ask = () => {
    const current = client.$conversation.get();
    if (current && (current.owner !== 'bot' || current.status === 'closed')) void client.newConversation();
    navigation.go({ name: 'chat' });
  };
  const talk = () => {
    navigation.go({ name: 'chat' });
    void client.requestHuman().catch(() => {});
  };
  return (
    <div class="doors">
      <button type="button" class="door" onClick={ask}>
        <Icon name="mark" />
        <b>{words('askQuestion')}</b>
        <span class="meta">{words('askHint')}</span>
      </button>
      {canReachPeople ? (
        <button type="button" class="door" onClick={talk}>
          <Icon name="person" />
          <b>{words('talk')}</b>
          <AvailabilityLine />
        </button>
      ) : null}
    </div>
  );
}
