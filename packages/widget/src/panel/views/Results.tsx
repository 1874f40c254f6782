import { createSearchBox, type HitTarget } from '@handrail/core/parts';
import type { Hit } from '@handrail/knowledge';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { usePanel } from '../panelContext.js';
import { AvailabilityLine } from '../parts/Availability.js';
import { Body } from '../parts/Body.js';
import { IconButton } from '../parts/Header.js';
import { Icon } from '../parts/Icon.js';
import { SearchBox } from '../parts/SearchBox.js';
import { useLazy } from '../useLazy.js';
import { useStore } from '../useStore.js';

const LIST = 'handrail-results';

/** Results while typing: a combobox and its list (ARIA Authoring Practices, "Combobox", list autocomplete). */
export function Results() {
  const { client, words, navigation, close, announce, lazy } = usePanel();
  const found = useStore(client.$search);
  const { query, result, state } = found;
  const head = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const open = ({ article, section }: HitTarget) => navigation.go({ name: 'article', id: article, section });
  const box = useMemo(() => createSearchBox(client, { id: LIST, open, escapes: false }), [client, navigation]);
  const view = box.view(found, useStore(box.$chosen));
  const { active, nothing } = view;
  const articles = useLazy(true, lazy.article, query);
  const isSearching = state === 'searching';
  const hits = result?.hits ?? [];
  const retry = () => {
    // The button goes when everything is there.
    head.current?.querySelector('input')?.focus();
    void client.search(query).catch(() => {});
  };

  useEffect(() => {
    if (state === 'done' && query !== '') {
      announce(hits.length === 0 ? words('nothing') : words.many('resultCount', hits.length));
    }
  }, [state, query, hits.length, announce, words]);
  useEffect(() => {
    if (active) list.current?.querySelector(`#${CSS.escape(active.key)}`)?.scrollIntoView({ block: 'nearest' });
  }, [active?.key]);

  useEffect(box.changed, [state]);

  const isPartial = result !== null && result.missing.length > 0;
  return (
    <>
      <div ref={head} class="header plain">
        <IconButton icon="back" label={words('back')} onClick={navigation.back} />
        <SearchBox
          value={query}
          onInput={box.input}
          onKeyDown={event => box.keyDown(event) && event.preventDefault()}
          focus
          combobox={view.input}
        />
        {close ? <IconButton icon="close" label={words('close')} onClick={close} /> : null}
      </div>
      <Body class={nothing ? 'empty' : 'results'} focusable={!nothing && !isPartial && state !== 'failed'}>
        {state === 'failed' ? <Failed retry={retry} /> : null}
        {isSearching && !result ? <p class="corrected searching">{words('searching')}</p> : null}
        {nothing && result && articles ? <articles.Nothing result={result} onQuery={box.input} /> : null}
        {result?.corrected && !nothing ? <Corrected query={result.corrected} /> : null}
        <div role="status">{isPartial ? <Partial retry={retry} /> : null}</div>
        <div ref={list} {...view.list} role="listbox" aria-label={words('search')} hidden={!view.expanded}>
          {articles && hits.map((hit: Hit) => <articles.HitOption key={hit.id} hit={hit} view={view} onOpen={open} />)}
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
