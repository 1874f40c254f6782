import type { MessageItem } from '@handrail/core';
import { useId } from 'preact/hooks';
import { usePanel } from '../panelContext.js';
import { Icon } from './Icon.js';

/** Value a flow gets for "Not now". */
const LATER = 'later';

type FaceScore = 1 | 2 | 3 | 4 | 5;

/** A score the flow asks for: faces with words for satisfaction, numbers between two ends for the others. One tap answers. */
export function Scale({ scale, question }: { scale: NonNullable<MessageItem['scale']>; question: string }) {
  const { client, words } = usePanel();
  const { survey, from, to, least, most } = scale;
  const ends = useId();
  const choose = (value: string, label: string) => void client.choose(value, label).catch(() => {});
  const scores = Array.from({ length: to - from + 1 }, (_, place) => from + place);
  return (
    <div class="scale">
      <fieldset
        aria-label={question}
        {...(least || most ? { 'aria-describedby': ends } : {})}
        class={survey === 'csat' ? 'faces' : 'scores'}
      >
        {scores.map(score => {
          const word = survey === 'csat' ? words(`score${score as FaceScore}`) : `${score}/${to}`;
          return (
            <button
              key={score}
              type="button"
              class={survey === 'csat' ? 'face' : 'score'}
              onClick={() => choose(String(score), word)}
            >
              {survey === 'csat' ? <Icon name={`face${score as FaceScore}`} /> : null}
              <span>{survey === 'csat' ? word : score}</span>
            </button>
          );
        })}
      </fieldset>
      {least || most ? (
        <p id={ends} class="ends meta">
          <span dir="auto">{least}</span>
          <span dir="auto">{most}</span>
        </p>
      ) : null}
      <button type="button" class="button text small" onClick={() => choose(LATER, words('notNow'))}>
        {words('notNow')}
      </button>
    </div>
  );
}
