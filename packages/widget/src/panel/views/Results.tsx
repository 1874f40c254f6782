import type { Found, Hit } from '@handrail/knowledge';
import { useEffect, useRef, useState } from 'preact/hooks';
import { usePanel } from '../panelContext.js';
import { ArticleRow } from '../parts/ArticleRow.js';
import { AvailabilityLine } from '../parts/Availability.js';
import { Body } from '../parts/Body.js';
import { IconButton } from '../parts/Header.js';
import { HitOption, type HitTarget, hitTargets } from '../parts/HitOption.js';
import { Icon } from '../parts/Icon.js';
import { SearchBox } from '../parts/SearchBox.js';
import { useStore } from '../useStore.js';

const LIST = 'handrail-results';

/** Results while typing: a combobox and its list (ARIA Authoring Practices, "Combobox", list autocomplete). */
export function Results() {
  const { client, words, navigation, close, announce } = usePanel();
  const { query, result, state } = useStore(client.$search);
  const [chosen, setChosen] = useState<string | null>(null);
  const head = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  /** Enter was pressed before the answer to what is typed was there. */
  const opensFirst = useRef(false);
  const isSearching = state === 'searching';
  const hits = result?.hits ?? [];
  const targets = hits.flatMap(hitTargets);
  const place = Math.max(
    0,
    targets.findIndex(({ key }) => key === chosen),
  );
  const current = targets[place];

  const search = (next: string) => void client.search(next).catch(() => {});
  const input = (next: string) => {
    opensFirst.current = false;
    setChosen(null);
    if (next.trim() === '') client.clearSearch();
    else search(next);
  };
  const retry = () => {
    // The button goes when everything is there.
    head.current?.querySelector('input')?.focus();
    search(query);
  };
  const open = (target: HitTarget) => navigation.go({ name: 'article', id: target.article, section: target.section });
  const keyDown = (event: KeyboardEvent) => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter' && isSearching && chosen === null) opensFirst.current = true;
    else if (event.key === 'Enter' && current) open(current);
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const move = event.key === 'ArrowDown' ? 1 : -1;
      opensFirst.current = false;
      setChosen(targets[(place + move + targets.length) % Math.max(1, targets.length)]?.key ?? null);
    } else return;
    event.preventDefault();
  };

  useEffect(() => {
    if (state === 'done' && query !== '') {
      announce(hits.length === 0 ? words('nothing') : words.many('resultCount', hits.length));
    }
  }, [state, query, hits.length, announce, words]);
  useEffect(() => {
    if (!current) return;
    list.current?.querySelector(`#${CSS.escape(current.key)}`)?.scrollIntoView({ block: 'nearest' });
  }, [current?.key]);

  useEffect(() => {
    if (isSearching || !opensFirst.current) return;
    opensFirst.current = false;
    if (current) open(current);
  }, [state]);

  // What stands there stays until the next answer has come.
  const nothing = result !== null && hits.length === 0 && query.trim() !== '';
  const isPartial = result !== null && result.missing.length > 0;
  return (
    <>
      <div ref={head} class="header plain">
        <IconButton icon="back" label={words('back')} onClick={navigation.back} />
        <SearchBox
          value={query}
          onInput={input}
          onKeyDown={keyDown}
          focus
          list={{ id: LIST, active: current?.key, open: targets.length > 0 }}
        />
        <IconButton icon="close" label={words('close')} onClick={close} />
      </div>
      <Body class={nothing ? 'empty' : 'results'} focusable={!nothing && !isPartial && state !== 'failed'}>
        {state === 'failed' ? <Failed retry={retry} /> : null}
        {isSearching && !result ? <p class="corrected searching">{words('searching')}</p> : null}
        {nothing && result ? <Nothing result={result} onQuery={input} /> : null}
        {result?.corrected && !nothing ? <Corrected query={result.corrected} /> : null}
        <div role="status">{isPartial ? <Partial retry={retry} /> : null}</div>
        <div
          ref={list}
          id={LIST}
          role="listbox"
          aria-label={words('search')}
          aria-busy={isSearching}
          hidden={targets.length === 0}
        >
          {hits.map((hit: Hit) => (
            <HitOption key={hit.id} hit={hit} active={current?.key} onOpen={open} />
          ))}
        </div>
      </Body>
      <Ways query={query} nothing={nothing} />
    </>
  );
}

function Failed({ retry }: { retry: () => void }) {
  const { words } = usePanel();
  return (
    <p class="corrected" role="alert">
      {words('helpFailed')}{' '}
      <button type="button" class="button text small" onClick={retry}>
        {words('tryAgain')}
      </button>
    </p>
  );
}

/** Some files were not there; said once, however long somebody types on without them. */
function Partial({ retry }: { retry: () => void }) {
  const { words } = usePanel();
  return (
    <p class="corrected">
      {words('someMissing')}{' '}
      <button type="button" class="button text small" onClick={retry}>
        {words('tryAgain')}
      </button>
    </p>
  );
}

function Corrected({ query }: { query: string }) {
  const { words } = usePanel();
  const [before = '', after = ''] = words('resultsFor', { query: '\u0000' }).split('\u0000');
  return (
    <p class="corrected">
      {before}
      <b dir="auto">{query}</b>
      {after}
    </p>
  );
}

/** No result is not the end: fewer words, nearest titles, and below them the bot and a person. */
function Nothing({ result, onQuery }: { result: Found; onQuery: (query: string) => void }) {
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

function Ways({ query, nothing }: { query: string; nothing: boolean }) {
  const { client, words, navigation, canReachPeople } = usePanel();
  const ask = () => {
    navigation.go({ name: 'chat' });
    if (query.trim() !== '') void client.ask(query).catch(() => {});
  };
  const talk = () => {
    navigation.go({ name: 'chat' });
    void client.requestHuman().catch(() => {});
  };
  if (nothing) {
    return (
      <div class="footer">
        <div class="pair">
          <button type="button" class="button second" onClick={ask}>
            <Icon name="mark" />
            {words('askIt')}
          </button>
          {canReachPeople ? (
            <button type="button" class="button primary" onClick={talk}>
              <Icon name="person" />
              {words('talk')}
            </button>
          ) : null}
        </div>
        <p class="center-meta">
          <AvailabilityLine />
        </p>
      </div>
    );
  }
  return (
    <div class="doors">
      <button type="button" class="door flat" onClick={ask}>
        <Icon name="mark" />
        <b>{words('askThis')}</b>
      </button>
      {canReachPeople ? (
        <button type="button" class="door flat" onClick={talk}>
          <Icon name="person" />
          <b>{words('talk')}</b>
        </button>
      ) : null}
    </div>
  );
}
