import { useId, useState } from 'preact/hooks';
import type { BotLine } from '../state/line.js';
import type { Text } from '../text/createText.js';
import type { TextKey } from '../text/en.js';
import { useText } from '../text/TextContext.js';
import { Icon } from './Icon.js';
import { Spoken } from './Spoken.js';
import { Time } from './Time.js';

/** What the bot and the customer said, folded on a rail; each turn with its source and the customer's verdict. */
export function BotPart({ turns, open: openAtFirst }: { turns: readonly BotLine[]; open: boolean }) {
  const text = useText();
  const id = useId();
  const [chosen, setChosen] = useState<boolean | null>(null);
  const open = chosen ?? openAtFirst;
  return (
    <li class="bot-part">
      <p class="bot-fold">
        <span class="bot-mark">
          <Icon name="mark" size={18} />
        </span>
        <span>{text.t('botPart', { count: turns.length })}</span>
        <button
          type="button"
          class="text-button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setChosen(!open)}
        >
          {text.t(open ? 'hide' : 'show')}
        </button>
      </p>
      {open && (
        <ol id={id} class="bot-turns">
          {turns.map(turn => (
            <BotTurn key={turn.id} turn={turn} />
          ))}
        </ol>
      )}
    </li>
  );
}

function BotTurn({ turn }: { turn: BotLine }) {
  const text = useText();
  const { source } = turn;
  return (
    <li class={`bot-turn ${turn.by}`}>
      <p class="turn-head">
        {turn.by === 'bot' ? `${text.t('assistant')} · ${text.t('automated')}` : text.t('customer')}{' '}
        <Time at={turn.at} />
      </p>
      <Spoken text={turn.text} tree={turn.tree} />
      {source && (
        <p class="turn-fact">
          <Icon name="article" size={16} />
          <bdi>{source.sectionTitle ? `${source.title} › ${source.sectionTitle}` : source.title}</bdi>
          {source.probability !== undefined && (
            <span> · {text.t('sure', { percent: text.percent(source.probability) })}</span>
          )}
          {source.by === 'model' && <span> · {text.t('writtenByAi')}</span>}
        </p>
      )}
      {turn.missed && (
        <p class="turn-fact warn">
          <Icon name="missed" size={16} />
          {text.t('missed')}
        </p>
      )}
      {turn.vote && (
        <p class={`turn-fact ${turn.vote === 'yes' ? 'ok' : 'bad'}`}>
          <Icon name={turn.vote} size={16} />
          <span>{verdictWords(turn, text)}</span>
        </p>
      )}
    </li>
  );
}

/** "Did not help: outdated, unclear. Their own words". */
export function verdictWords(
  verdict: Pick<BotLine, 'vote' | 'reasons' | 'remark'>,
  text: Text,
  label: string = text.t(verdict.vote === 'yes' ? 'votedYes' : 'votedNo'),
): string {
  const reasons = (verdict.reasons ?? []).map(reason => text.t(`reason_${reason}` as TextKey));
  const why = reasons.length > 0 ? text.t('because', { what: label, why: text.list(reasons) }) : label;
  return verdict.remark ? `${why} · ${text.t('quoted', { text: verdict.remark })}` : why;
}
