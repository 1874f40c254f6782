import type { OtherSide } from './otherSide.js';
import type { TestArticle } from './standInKnowledge.js';

/** What happened before a test begins; what a client is made from. */
export type Script = (otherSide: OtherSide) => void;

/** A help centre of three articles. */
export const testArticles: readonly TestArticle[] = [
  {
    id: 'track-order',
    title: 'Where is my order?',
    text: 'You can follow your parcel in **My orders**.\n\n## When it is late\n\nWait two working days, then write to us.',
    summary: 'How to follow a parcel.',
    section: 'Delivery',
  },
  {
    id: 'refund',
    title: 'When will I get my refund?',
    text: 'A refund takes five working days after your return arrives.',
    section: 'Payment',
  },
  {
    id: 'reset-password',
    title: 'How do I reset my password?',
    text: 'Choose **Forgot password** on the sign-in page. The link in the mail works for an hour.',
    section: 'Account',
  },
];

const asked: Script = other => {
  other.customerSays('Where is my order?');
  other.botAnswers('track-order');
};

const waits: Script = other => {
  asked(other);
  other.queueAt(2, { min: 3, max: 5 });
};

const talks: Script = other => {
  asked(other);
  other.agentSays('Hello, I am looking at your order.');
};

/** The moments a screen of help has to show, ready to begin with. */
export const fixtures = Object.freeze({
  /** Nobody has said anything. */
  empty: () => {},
  /** The bot answered from an article. */
  bot: asked,
  /** The customer waits for a person, second in the queue. */
  queue: waits,
  /** A person is here and has read everything. */
  person: (other: OtherSide) => {
    talks(other);
    other.customerSays('Thank you, it is number 204815.');
    other.agentReads();
  },
  /** The network went while a person was here. */
  offline: (other: OtherSide) => {
    talks(other);
    other.goOffline();
  },
  /** 200 messages with a person; the newest 50 are read. */
  long: (other: OtherSide) => {
    talks(other);
    other.history(200);
  },
}) satisfies Readonly<Record<string, Script>>;
