import type { Conversation } from '@handrail/protocol';
import Fuse from 'fuse.js';
import { useMemo, useState } from 'preact/hooks';
import { ConversationRow } from '../parts/ConversationRow.js';
import { EmptyState } from '../parts/EmptyState.js';
import { Icon } from '../parts/Icon.js';
import { IconButton } from '../parts/IconButton.js';
import { TagFilter } from '../parts/TagFilter.js';
import { useInbox } from '../state/InboxContext.js';
import { type Filter, listed } from '../state/lists.js';
import { visitorName } from '../state/naming.js';
import { tagged } from '../state/tags.js';
import { useLater } from '../state/useLater.js';
import { useStore } from '../state/useStore.js';
import { useViewer } from '../state/useViewer.js';
import type { Text } from '../text/createText.js';
import type { TextKey } from '../text/en.js';
import { useText } from '../text/TextContext.js';

const COUNT: Readonly<Record<Filter, TextKey>> = {
  mine: 'openCount',
  unassigned: 'waitingCount',
  open: 'openCount',
  closed: 'closedCount',
};
const EMPTY: Readonly<Record<Filter, readonly [TextKey, TextKey?]>> = {
  mine: ['emptyMine', 'emptyMineHint'],
  unassigned: ['emptyUnassigned', 'emptyUnassignedHint'],
  open: ['emptyOpen'],
  closed: ['emptyClosed'],
};

/** One list of conversations, live, in the order of urgency. */
export function Queue() {
  const { agent, places } = useInbox();
  const text = useText();
  const records = useStore(agent.$conversations);
  const viewer = useViewer();
  const { filter, conversation } = useStore(places.$place);
  const [query, setQuery] = useState('');
  const [tag, setTag] = useState<string | null>(null);
  const listing = useMemo(() => listed(filter, records, viewer), [filter, records, viewer]);
  const all = useMemo(() => tagged(listing, tag), [listing, tag]);
  const shown = useMemo(() => found(all, query, text), [all, query, text]);
  const tabStop = shown.some(record => record.id === conversation) ? conversation : shown[0]?.id;
  return (
    <section class="queue" aria-label={text.t('conversations')}>
      <header class="bar">
        <h1>{text.t(filter)}</h1>
        <span class="quiet">{text.t(COUNT[filter], { count: all.length })}</span>
      </header>
      <SearchField query={query} onQuery={setQuery} />
      <TagFilter records={listing} tag={tag} onTag={setTag} />
      {shown.length > 0 ? (
        <ul class="rows">
          {shown.map(record => (
            <ConversationRow
              key={record.id}
              record={record}
              current={record.id === conversation}
              tabbable={record.id === tabStop}
              showOwner={filter !== 'mine'}
              onOpen={() => places.go({ conversation: record.id })}
            />
          ))}
        </ul>
      ) : (
        <Nothing filter={filter} query={query} tag={tag} />
      )}
      {filter === 'mine' && shown.length > 0 && query === '' && tag === null && <p class="end">{text.t('endMine')}</p>}
    </section>
  );
}

function SearchField({ query, onQuery }: { query: string; onQuery: (query: string) => void }) {
  const text = useText();
  return (
    <div class="search">
      <Icon name="search" />
      <input
        type="search"
        data-list-search
        aria-label={text.t('search')}
        placeholder={text.t('search')}
        value={query}
        onInput={event => onQuery(event.currentTarget.value)}
      />
      {query !== '' && <IconButton icon="cross" label={text.t('clearSearch')} onClick={() => onQuery('')} />}
    </div>
  );
}

function Nothing({ filter, query, tag }: { filter: Filter; query: string; tag: string | null }) {
  const { agent } = useInbox();
  const text = useText();
  const online = useStore(agent.$me) !== null;
  const slow = useLater(!online, 300);
  if (query !== '') return <EmptyState icon="search" title={text.t('noMatch', { query })} />;
  if (tag !== null) return <EmptyState icon="bookmark" title={text.t('noTagged', { tag })} />;
  if (!online) return <div role="status">{slow && <EmptyState icon="clock" title={text.t('loading')} />}</div>;
  const [title, hint] = EMPTY[filter];
  return <EmptyState icon={filter} title={text.t(title)} hint={hint && text.t(hint)} />;
}

/** A short list: names, e-mails and last words, with typos forgiven. */
function found(records: readonly Conversation[], query: string, text: Text): readonly Conversation[] {
  if (query.trim() === '') return records;
  const docs = records.map(record => ({ record, name: visitorName(record, text) }));
  const keys = [
    'name',
    'record.email',
    'record.subject',
    'record.preview.text',
    'record.id',
    'record.tags',
    'record.assignee.name',
  ];
  const fuse = new Fuse(docs, { keys, threshold: 0.35, ignoreLocation: true });
  return fuse.search(query).map(({ item }) => item.record);
}
