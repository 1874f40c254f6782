import type { Conversation } from '@handrail/protocol';
import { useInbox } from '../state/InboxContext.js';
import { useStore } from '../state/useStore.js';
import { useText } from '../text/TextContext.js';
import { Icon } from './Icon.js';
import { ScoreFace } from './ScoreFace.js';
import { Time } from './Time.js';

/** Other conversations of the same customer, newest first. */
export function EarlierConversations({ record }: { record: Conversation }) {
  const { agent, places, $now } = useInbox();
  const text = useText();
  const now = useStore($now);
  const others = useStore(agent.$conversations)
    .filter(other => other.visitor === record.visitor && other.id !== record.id)
    .sort((a, b) => b.createdAt - a.createdAt);
  if (others.length === 0) return null;
  return (
    <section class="story-part" aria-labelledby="story-earlier">
      <header>
        <h3 id="story-earlier">{text.t('earlier')}</h3>
        <span class="quiet">{text.number(others.length)}</span>
      </header>
      <ul class="earlier">
        {others.map(other => (
          <li key={other.id}>
            <button type="button" class="earlier-item" onClick={() => places.go({ conversation: other.id })}>
              <Icon name="open" size={18} />
              <span class="earlier-words" dir="auto">
                {other.subject || other.preview?.text}
              </span>
              {other.csat && <ScoreFace score={other.csat.score} />}
              <span class="quiet">
                <Time at={other.createdAt}>{text.shortTime(other.createdAt, now)}</Time>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
