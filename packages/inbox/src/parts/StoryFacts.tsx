import type { Conversation, Story } from '@handrail/protocol';
import { useInbox } from '../state/InboxContext.js';
import { visitorName } from '../state/naming.js';
import { useStore } from '../state/useStore.js';
import type { TextKey } from '../text/en.js';
import { useText } from '../text/TextContext.js';
import { Icon } from './Icon.js';
import { PageLink } from './PageLink.js';
import { TagEditor } from './TagEditor.js';

/** Who the customer is: what the site signed apart from what was only said. */
export function PersonFacts({ record, story }: { record: Conversation; story: Story | null }) {
  const text = useText();
  const verified = story?.attributes.filter(attribute => attribute.verified) ?? [];
  const said = story?.attributes.filter(attribute => !attribute.verified) ?? [];
  return (
    <section class="story-part" aria-labelledby="story-person">
      <header>
        <h3 id="story-person">
          <bdi>{visitorName(record, text)}</bdi>
        </h3>
      </header>
      {verified.length > 0 && (
        <>
          <p class="said">
            {text.t('signed')}
            <span class="verified">
              <Icon name="check" size={16} />
              {text.t('verified')}
            </span>
          </p>
          <Facts facts={verified.map(({ name, value }) => [name, value])} />
        </>
      )}
      {(said.length > 0 || record.email !== undefined) && (
        <>
          <p class="said">
            {text.t('says')} <span class="chip warn">{text.t('notVerified')}</span>
          </p>
          <Facts
            facts={[
              ...(record.email === undefined ? [] : [[text.t('email'), record.email] as const]),
              ...said.map(({ name, value }) => [name, value] as const),
            ]}
          />
        </>
      )}
    </section>
  );
}

/** What the bot asked for, so that nobody asks again. */
export function BotFacts({ story }: { story: Story }) {
  const text = useText();
  if (!story.answers?.length) return null;
  return (
    <section class="story-part" aria-labelledby="story-told">
      <header>
        <h3 id="story-told">{text.t('toldBot')}</h3>
        <span class="quiet">{text.t('reportedByPage')}</span>
      </header>
      <Facts facts={story.answers.map(({ name, value }) => [name, value])} />
    </section>
  );
}

/** What the team filed the conversation under, and what the page said of it. */
export function ConversationFacts({ record }: { record: Conversation }) {
  const text = useText();
  const { attributes = [] } = record;
  return (
    <section class="story-part" aria-labelledby="story-conversation">
      <header>
        <h3 id="story-conversation">{text.t('thisConversation')}</h3>
      </header>
      <TagEditor key={record.id} record={record} />
      {attributes.length > 0 && (
        <>
          <p class="said">{text.t('reportedByPage')}</p>
          <Facts facts={attributes.map(({ name, value }) => [name, value])} />
        </>
      )}
    </section>
  );
}

function Facts({ facts }: { facts: readonly (readonly [string, string])[] }) {
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt dir="auto">{name}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Where the customer is now, as their page reported it. */
export function NowFacts({ story }: { story: Story }) {
  const text = useText();
  const now = useStore(useInbox().$now);
  const { page, zone, device } = story;
  const clock = zone === undefined ? null : text.clockIn(zone, now);
  return (
    <section class="story-part" aria-labelledby="story-now">
      <header>
        <h3 id="story-now">{text.t('now')}</h3>
        <span class="quiet">{text.t('reportedByPage')}</span>
      </header>
      <dl class="facts">
        <div>
          <dt>{text.t('page')}</dt>
          <dd>
            <PageLink title={page.title} url={page.url} />
          </dd>
        </div>
        {page.referrer !== undefined && page.referrer !== '' && (
          <div>
            <dt>{text.t('cameFrom')}</dt>
            <dd>
              <PageLink title="" url={page.referrer} />
            </dd>
          </div>
        )}
        <div>
          <dt>{text.t('speaks')}</dt>
          <dd>{text.languageName(story.locale)}</dd>
        </div>
        {zone !== undefined && (
          <div>
            <dt>{text.t('zone')}</dt>
            <dd>
              {clock} <bdi class="quiet">{zone.replace(/_/g, ' ')}</bdi>
            </dd>
          </div>
        )}
        {device !== undefined && (
          <div>
            <dt>{text.t('device')}</dt>
            <dd>{text.t(`device_${device}` as TextKey)}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}
