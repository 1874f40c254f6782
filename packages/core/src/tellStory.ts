import type { FlowState } from '@handrail/flow';
import type { Attribute, FlowAnswer, Page, Story, Turn } from '@handrail/protocol';
import { cutText } from './cutText.js';
import type { Environment } from './environment.js';
import type { Told } from './storyKeeper.js';
import { textBytes } from './textBytes.js';
import type { BotTurn } from './thread.js';

const MOST_TURNS = 40;
const MOST_ANSWERS = 50;
/** Bytes of UTF-8 the answers may have together. */
const ANSWER_BYTES = 4 * 1024;
/** Characters of a text, a name, an address; the last two are the protocol's. */
const TEXT = 1_500;
const SHORT = 200;
const NOTE = 1_000;
const ADDRESS = 2_048;
/** Bytes of UTF-8 a story may have on the wire; below the server's limit of 48 KiB. */
const BYTES = 44 * 1024;

/** What a handoff tells: what was searched and read, what was said, and who is where. */
export interface Tale extends Told {
  readonly turns: readonly BotTurn[];
  readonly locale: string;
  readonly attributes?: readonly Attribute[] | undefined;
  /** What the site's code told. */
  readonly more?: Pick<Story, 'events' | 'pages'> | undefined;
  /** Where the flow stands; what its variables hold is told. */
  readonly flow?: FlowState | null;
}

/** Everything so far, cut to what a handoff may carry. */
export function tellStory(environment: Pick<Environment, 'page' | 'zone' | 'device'>, tale: Tale): Story {
  const answers = toAnswers(tale.flow?.vars ?? {});
  const page: Page = environment.page() ?? { url: '', title: '' };
  return fit({
    page: {
      url: cutText(page.url, ADDRESS),
      title: cutText(page.title, SHORT),
      ...(page.referrer ? { referrer: cutText(page.referrer, ADDRESS) } : {}),
    },
    locale: tale.locale,
    zone: environment.zone,
    device: environment.device,
    transcript: tale.turns.slice(-MOST_TURNS).map(toTurn),
    searches: [...tale.searches],
    articles: [...tale.articles],
    attributes: [...(tale.attributes ?? []), ...toAttributes(tale.said)].slice(0, MOST_ANSWERS),
    ...tale.more,
    ...(answers.length > 0 ? { answers } : {}),
  });
}

const toAttributes = (said: Told['said'] = {}): Attribute[] =>
  Object.entries(said).map(([name, value]) => ({ name, value, verified: false }));

/** Values by name, as texts; those that no longer fit are left out. */
function toAnswers(vars: FlowState['vars']): FlowAnswer[] {
  let bytes = 0;
  return Object.entries(vars)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ({ name: cutText(name, SHORT), value: cutText(String(value), NOTE) }))
    .filter(({ name, value }) => {
      bytes += textBytes(name + value);
      return bytes <= ANSWER_BYTES;
    })
    .slice(0, MOST_ANSWERS);
}

function toTurn(turn: BotTurn): Turn {
  const { answer } = turn;
  const source = answer && {
    article: answer.article,
    title: cutText(answer.title, SHORT),
    ...(answer.section ? { section: answer.section } : {}),
    ...(answer.sectionTitle ? { sectionTitle: cutText(answer.sectionTitle, SHORT) } : {}),
    ...(answer.probability === undefined ? {} : { probability: answer.probability }),
    ...(answer.by ? { by: answer.by } : {}),
  };
  return {
    id: turn.id,
    by: turn.by,
    text: cutText(turn.text, TEXT) || '…',
    at: turn.at,
    ...(source ? { source } : {}),
    ...(turn.vote ? { vote: turn.vote } : {}),
    ...(turn.missed ? { missed: true } : {}),
  };
}

/** Drops the oldest turns, then articles, then searches until the story fits a frame; the newest say the most. */
function fit(story: Story): Story {
  let fitting = story;
  while (textBytes(JSON.stringify(fitting)) > BYTES) {
    const { transcript, articles, searches } = fitting;
    if (transcript.length > 1) fitting = { ...fitting, transcript: transcript.slice(1) };
    else if (articles.length > 0) fitting = { ...fitting, articles: articles.slice(1) };
    else if (searches.length > 0) fitting = { ...fitting, searches: searches.slice(1) };
    else break;
  }
  return fitting;
}
