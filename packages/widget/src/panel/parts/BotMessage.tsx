import type { MessageItem } from '@handrail/core';
import type { Source } from '@handrail/protocol';
import { usePanel } from '../panelContext.js';
import { useLanguage } from '../useLanguage.js';
import { useLazy } from '../useLazy.js';
import { useStore } from '../useStore.js';
import type { FormViews } from '../views/formViews.js';
import { ArticleRow } from './ArticleRow.js';
import { BotAvatar } from './Avatar.js';
import { Icon } from './Icon.js';
import { Dots } from './PersonMessage.js';
import { Prose } from './Prose.js';

/** Value a flow gets for "None of these". */
const NONE = 'none';

/** Whether what stands below the text is in the forms' file. */
export const hasParts = (item: MessageItem) =>
  !!(item.card ?? item.cards ?? item.fields ?? item.scale ?? item.answer?.by);

/** A turn of the assistant: text without a bubble, the passage it quotes, and what can be answered to it. */
export function BotMessage({ item, follows, isLast }: { item: MessageItem; follows: boolean; isLast: boolean }) {
  const { client, lazy } = usePanel();
  const language = useLanguage(item.text);
  const owner = useStore(client.$owner);
  const open = isLast && owner === 'bot';
  const forms = useLazy(hasParts(item), lazy.forms);
  return (
    <div class="item bot-turn">
      {follows ? null : <Label />}
      <div class="text" dir="auto" lang={language}>
        {item.tree ? <Prose tree={item.tree} /> : item.answer?.quote.length ? null : <p>{item.text}</p>}
      </div>
      {item.answer ? <Quote item={item} forms={forms} /> : null}
      {item.pointers ? (
        <ul class="list">
          {item.pointers.map(pointer => (
            <ArticleRow key={pointer.id} id={pointer.id} title={pointer.title} section={pointer.section} />
          ))}
        </ul>
      ) : null}
      {forms && <forms.BotParts item={item} open={open} />}
      {open && item.choices ? <Choices item={item} /> : null}
      {open && item.offer ? <Offer /> : null}
    </div>
  );
}

function Label() {
  const { words } = usePanel();
  return (
    <p class="bot-label">
      <BotAvatar tiny />
      <span>
        <b>{words('assistant')}</b> · {words('automated')}
      </span>
    </p>
  );
}

/** The quoted passage on the accent rail, where it stands, and whether it helped. */
function Quote({ item, forms }: { item: MessageItem; forms: FormViews | null }) {
  const { client, words } = usePanel();
  const { answer, vote } = item;
  if (!answer) return null;
  const rate = (value: 'yes' | 'no') => void client.rate(item.id, value).catch(() => {});
  return (
    <>
      <div class="quote" lang={answer.locale || undefined}>
        {answer.quote.length > 0 ? <Prose tree={answer.quote} /> : null}
        <SourceButton source={answer} />
        {forms && (
          <forms.MoreSources answer={answer} draw={source => <SourceButton key={source.article} source={source} />} />
        )}
      </div>
      <div class="helped">
        <span>{words('didThisHelp')}</span>
        {(['yes', 'no'] as const).map(value => (
          <button
            key={value}
            type="button"
            class="pill small"
            aria-pressed={vote === value}
            disabled={vote !== undefined}
            onClick={() => rate(value)}
          >
            <Icon name={value === 'yes' ? 'up' : 'down'} />
            {words(value)}
          </button>
        ))}
      </div>
    </>
  );
}

/** Where an answer stands. */
function SourceButton({ source }: { source: Source }) {
  const { navigation } = usePanel();
  const open = () => navigation.go({ name: 'article', id: source.article, section: source.section ?? null });
  return (
    <button type="button" class="source" onClick={open}>
      <Icon name="doc" />
      <span dir="auto">{[source.title, source.sectionTitle].filter(Boolean).join(' › ')}</span>
    </button>
  );
}

function Choices({ item }: { item: MessageItem }) {
  const { client, words } = usePanel();
  const choose = (value: string, label: string) => void client.choose(value, label).catch(() => {});
  return (
    <div class="choices">
      {item.choices?.map(({ value, label }) => (
        <button key={value} type="button" class="pill" dir="auto" onClick={() => choose(value, label)}>
          {label}
        </button>
      ))}
      {item.none ? (
        <button type="button" class="button text small" onClick={() => choose(NONE, words('noneOfThese'))}>
          {words('noneOfThese')}
        </button>
      ) : null}
    </div>
  );
}

function Offer() {
  const { client, words, canReachPeople } = usePanel();
  if (!canReachPeople) return null;
  return (
    <div class="pills choices-row">
      <button type="button" class="button primary small" onClick={() => void client.requestHuman().catch(() => {})}>
        <Icon name="person" />
        {words('talk')}
      </button>
      <button type="button" class="button text small" onClick={() => void client.declineHuman().catch(() => {})}>
        {words('notNow')}
      </button>
    </div>
  );
}

/** The assistant is at work. */
export function Thinking() {
  const { words } = usePanel();
  return (
    <div class="bot-turn">
      <Label />
      <span class="sr">{words('answering')}</span>
      <Dots />
    </div>
  );
}
