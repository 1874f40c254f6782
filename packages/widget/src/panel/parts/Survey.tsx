import type { Conversation } from '@handrail/protocol';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { usePanel } from '../panelContext.js';
import { Icon } from './Icon.js';

const SCORES = [1, 2, 3, 4, 5] as const;

/** Customer satisfaction after the end: five points, each a face with its word, and a comment. `skipped` takes its place for who does not want to. */
export function Survey({ conversation, skipped }: { conversation: Conversation; skipped: ComponentChildren }) {
  const { client, words } = usePanel();
  const [score, setScore] = useState<number | null>(null);
  const [comment, setComment] = useState('');
  const [state, setState] = useState<'asking' | 'sent' | 'skipped'>('asking');
  const name = conversation.assignee?.name;
  const submit = (event: Event) => {
    event.preventDefault();
    if (score === null) return;
    void client.submitSurvey(score, comment.trim() ? { comment: comment.trim().slice(0, 2000) } : {}).catch(() => {});
    setState('sent');
  };
  if (state === 'sent') return <Thanks />;
  if (state === 'skipped') return <>{skipped}</>;
  return (
    <form class="survey" onSubmit={submit}>
      <h2 id="handrail-survey">{name ? words('howWas', { name }) : words('howWasUnknown')}</h2>
      {name ? <p class="meta">{words('goesTo', { name })}</p> : null}
      <fieldset class="faces" aria-labelledby="handrail-survey">
        {SCORES.map(value => (
          <label key={value} class="face">
            <input
              type="radio"
              name="handrail-score"
              value={value}
              checked={score === value}
              onChange={() => setScore(value)}
            />
            <Icon name={`face${value}`} />
            <span>{words(`score${value}`)}</span>
          </label>
        ))}
      </fieldset>
      {score === null ? null : (
        <label class="field">
          <span class="label">
            {words('anythingToAdd')}
            <span class="meta">{words('optional')}</span>
          </span>
          <textarea
            class="input"
            rows={2}
            dir="auto"
            value={comment}
            onInput={event => setComment(event.currentTarget.value)}
          />
        </label>
      )}
      <div class="send">
        <button type="submit" class="button primary" disabled={score === null}>
          {words('send')}
        </button>
        <button type="button" class="button text" onClick={() => setState('skipped')}>
          {words('notNow')}
        </button>
      </div>
    </form>
  );
}

function Thanks() {
  const { client, words, navigation } = usePanel();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div class="survey done-view">
      <h2 ref={heading} tabIndex={-1}>
        {words('thanks')}
      </h2>
      <p>{words('thanksHint')}</p>
      <h3 class="list-title">{words('keepCopy')}</h3>
      <button
        type="button"
        class="row"
        onClick={async () => (await import('../saveTranscript.js')).saveTranscript(client, words)}
      >
        <Icon name="download" />
        <span class="grow">{words('downloadTranscript')}</span>
      </button>
      <div class="send">
        <button type="button" class="button second full" onClick={() => navigation.reset()}>
          {words('backHome')}
        </button>
      </div>
    </div>
  );
}
