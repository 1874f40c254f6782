import type { Step } from '../state/story.js';
import type { Text } from '../text/createText.js';
import type { TextKey } from '../text/en.js';
import { useText } from '../text/TextContext.js';
import { verdictWords } from './BotPart.js';
import { Icon, type IconName } from './Icon.js';
import { PageLink } from './PageLink.js';
import { Time } from './Time.js';

/** What the customer did before, in the order it happened. */
export function StorySteps({ steps }: { steps: readonly Step[] }) {
  return (
    <ol class="steps">
      {steps.map((step, index) => (
        <li key={index} class="step">
          <Time at={step.at} />
          <Icon name={iconOf(step)} size={18} />
          <StepWords step={step} />
        </li>
      ))}
    </ol>
  );
}

function StepWords({ step }: { step: Step }) {
  const text = useText();
  switch (step.kind) {
    case 'search':
      return (
        <span>
          <q dir="auto">{step.search.query}</q>
          {step.search.results === 0 ? (
            <>
              {' · '}
              <strong>{text.t('noneFound')}</strong>
            </>
          ) : (
            ` · ${text.t('results', { count: step.search.results })}`
          )}
          {step.opened !== undefined && <span class="sub">{text.t('opened', { title: step.opened })}</span>}
        </span>
      );
    case 'article':
      return <ArticleWords step={step} />;
    case 'missed':
      return <span>{text.t('botMissed', { text: step.text })}</span>;
    case 'vote':
      return (
        <span>
          {verdictWords(step, text, text.t(step.vote === 'yes' ? 'botHelped' : 'botDidNotHelp'))}
          {step.title !== undefined && <span class="sub">{text.t('from', { title: step.title })}</span>}
        </span>
      );
    case 'did':
      return <DidWords step={step} />;
    case 'page':
      return (
        <span>
          <PageLink title={step.page.title ?? ''} url={step.page.url} />
        </span>
      );
    case 'asked':
      return (
        <span>
          <strong>{text.t(`asked_${step.reason}` as TextKey)}</strong>
        </span>
      );
  }
}

function DidWords({ step }: { step: Step & { kind: 'did' } }) {
  const { name, data = [] } = step.event;
  return (
    <span>
      <bdi>{name}</bdi>
      {data.map(({ name, value }) => (
        <span key={name} class="sub">
          <bdi>{name}</bdi>: <bdi>{value}</bdi>
        </span>
      ))}
    </span>
  );
}

function ArticleWords({ step }: { step: Step & { kind: 'article' } }) {
  const text = useText();
  const { article } = step;
  const { vote, reasons, note } = article;
  const verdict = { ...(vote ? { vote } : {}), ...(reasons ? { reasons } : {}), ...(note ? { remark: note } : {}) };
  return (
    <span>
      <bdi>{article.section === undefined ? article.title : `${article.title} › ${article.section}`}</bdi>
      {` · ${dwellWords(article.dwell, text)}`}
      {vote !== undefined && (
        <span class={`sub ${vote === 'yes' ? 'ok' : 'bad'}`}>
          <Icon name={vote} size={16} />
          <span>{verdictWords(verdict, text)}</span>
        </span>
      )}
    </span>
  );
}

/** Seconds on an article in words. */
function dwellWords(seconds: number, text: Text): string {
  const time = text.duration(seconds * 1000);
  return time === null ? text.t('readMoment') : text.t('readFor', { time });
}

function iconOf(step: Step): IconName {
  if (step.kind === 'vote') return step.vote;
  return (
    { search: 'search', article: 'article', missed: 'missed', asked: 'person', did: 'bolt', page: 'next' } as const
  )[step.kind];
}
