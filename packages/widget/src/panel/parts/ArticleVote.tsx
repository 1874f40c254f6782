import type { VoteReason } from '@handrail/protocol';
import { useState } from 'preact/hooks';
import type { Words } from '../../text/words.js';
import { usePanel } from '../panelContext.js';
import { useStore } from '../useStore.js';
import { Icon } from './Icon.js';

const REASONS: readonly [VoteReason, Parameters<Words>[0]][] = [
  ['not_my_question', 'reasonNotMine'],
  ['unclear', 'reasonUnclear'],
  ['did_not_work', 'reasonNoWork'],
  ['outdated', 'reasonOutdated'],
  ['incomplete', 'reasonIncomplete'],
  ['other', 'reasonOther'],
];

/** "Did this help?" under an article: after a no, one of six reasons and a note. */
export function ArticleVote({ id }: { id: string }) {
  const { client, words } = usePanel();
  const vote = useStore(client.$article)?.vote ?? null;
  const [reasons, setReasons] = useState<readonly VoteReason[]>([]);
  const [note, setNote] = useState('');
  const [done, setDone] = useState(false);
  const toggle = (reason: VoteReason) =>
    setReasons(reasons.includes(reason) ? reasons.filter(one => one !== reason) : [...reasons, reason]);
  const finish = (send: boolean) => {
    if (send) client.rateArticle(id, 'no', { reasons, ...(note.trim() ? { note: note.trim().slice(0, 1000) } : {}) });
    setDone(true);
  };
  if (vote === 'yes' || done) {
    return (
      <div class="vote" role="status" lang={words.locale} dir={words.dir}>
        <b>{words(vote === 'yes' ? 'glad' : 'noted')}</b>
      </div>
    );
  }
  return (
    <div class="vote" lang={words.locale} dir={words.dir}>
      <b>{words('didThisHelp')}</b>
      <div class="pair">
        <button type="button" class="button second small" onClick={() => client.rateArticle(id, 'yes')}>
          <Icon name="up" />
          {words('yes')}
        </button>
        <button
          type="button"
          class="button second small"
          aria-pressed={vote === 'no'}
          onClick={() => client.rateArticle(id, 'no')}
        >
          <Icon name="down" />
          {words('no')}
        </button>
      </div>
      {vote === 'no' ? (
        <fieldset class="reasons">
          <legend class="meta">{words('whatMissing')}</legend>
          <div class="pills">
            {REASONS.map(([reason, key]) => (
              <button
                key={reason}
                type="button"
                class="pill small"
                aria-pressed={reasons.includes(reason)}
                onClick={() => toggle(reason)}
              >
                {words(key)}
              </button>
            ))}
          </div>
          <textarea
            class="input"
            rows={2}
            aria-label={words('noteLabel')}
            value={note}
            onInput={event => setNote(event.currentTarget.value)}
          />
          <div class="send">
            <button type="button" class="button primary small" onClick={() => finish(true)}>
              {words('send')}
            </button>
            <button type="button" class="button text small" onClick={() => finish(false)}>
              {words('skip')}
            </button>
          </div>
        </fieldset>
      ) : null}
    </div>
  );
}
