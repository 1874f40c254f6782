import type { Thread } from '@handrail/core';
import { useMemo } from 'preact/hooks';
import { EarlierConversations } from '../parts/EarlierConversations.js';
import { EmptyState } from '../parts/EmptyState.js';
import { FormFields } from '../parts/FormCard.js';
import { IconButton } from '../parts/IconButton.js';
import { ScoreFace } from '../parts/ScoreFace.js';
import { BotFacts, ConversationFacts, NowFacts, PersonFacts } from '../parts/StoryFacts.js';
import { StorySteps } from '../parts/StorySteps.js';
import { Time } from '../parts/Time.js';
import { useInbox } from '../state/InboxContext.js';
import { type WholeStory, wholeStory } from '../state/story.js';
import { useStore } from '../state/useStore.js';
import { useText } from '../text/TextContext.js';

/** Everything the customer need not say again. */
export function Story() {
  const { agent, places } = useInbox();
  const text = useText();
  const thread = useStore(agent.$thread);
  const id = useStore(places.$place).conversation;
  const shown = thread?.id === id ? thread : null;
  const whole = useMemo(() => (shown ? wholeStory(shown) : null), [shown?.events, shown?.record]);
  return (
    <aside class="story" aria-label={text.t('story')}>
      <header class="bar">
        <IconButton class="from-story" icon="back" label={text.t('back')} onClick={() => places.go({ story: false })} />
        <h2>{text.t('story')}</h2>
      </header>
      {shown?.record ? (
        <StoryParts thread={shown} whole={whole} />
      ) : (
        <EmptyState icon="story" title={text.t('storyNone')} />
      )}
    </aside>
  );
}

function StoryParts({ thread, whole }: { thread: Thread; whole: WholeStory | null }) {
  const text = useText();
  if (!thread.record) return null;
  const summary = whole?.now.summary;
  return (
    <div class="story-parts">
      {summary !== undefined && (
        <section class="story-part summary">
          <p dir="auto">{summary}</p>
          <p class="quiet small">{text.t('summary')}</p>
        </section>
      )}
      {whole?.csat && (
        <section class="story-part" aria-labelledby="story-csat">
          <header>
            <h3 id="story-csat">{text.t('csat')}</h3>
            <ScoreFace score={whole.csat.score} />
          </header>
          {whole.csat.comment !== undefined && (
            <p class="comment" dir="auto">
              {whole.csat.comment}
            </p>
          )}
        </section>
      )}
      <PersonFacts record={thread.record} story={whole?.now ?? null} />
      <ConversationFacts record={thread.record} />
      {whole && <BotFacts story={whole.now} />}
      {whole?.forms.map(form => (
        <section key={form.id} class="story-part" aria-label={text.t('formTitle')}>
          <header>
            <h3>{text.t('formTitle')}</h3>
            <span class="quiet">
              <Time at={form.at} />
            </span>
          </header>
          <FormFields contact={form.contact} />
        </section>
      ))}
      {whole && <Before whole={whole} />}
      {whole && <NowFacts story={whole.now} />}
      <EarlierConversations record={thread.record} />
    </div>
  );
}

function Before({ whole }: { whole: WholeStory }) {
  const text = useText();
  const took = whole.took === null ? null : (text.duration(whole.took) ?? text.t('moment'));
  return (
    <section class="story-part" aria-labelledby="story-before">
      <header>
        <h3 id="story-before">{text.t('before')}</h3>
        {took !== null && <span class="quiet">{took}</span>}
      </header>
      {whole.steps.length > 0 ? <StorySteps steps={whole.steps} /> : <p class="quiet">{text.t('beforeNone')}</p>}
    </section>
  );
}
