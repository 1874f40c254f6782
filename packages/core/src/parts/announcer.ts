import { plainText } from '@handrail/content';
import type { MessageItem, NoticeItem, TimelineItem } from '../timeline.js';

/** Words of announcements, in the customer's language. */
export interface AnnouncerWords {
  /** Who speaks where a message has no name. */
  readonly assistant: string;
  /** What is said of something between messages; empty for nothing. */
  notice(item: NoticeItem): string;
  /** What is said of files that come with a message; empty for nothing. */
  files(count: number): string;
  /** What is said when a message of the customer was not taken. */
  refused(item: MessageItem): string;
  /** What is said when somebody writes; the name may be unknown. */
  typing(name: string | undefined): string;
}

/** What an announcer looks at: values of the client's stores. */
export interface Announced {
  /** `$messages`. */
  readonly items: readonly TimelineItem[];
  /** `$thinking`. What the bot says may still grow; it is read out when it is whole. */
  readonly thinking: boolean;
  /** `$typing`. */
  readonly typing: { readonly name?: string | undefined } | null;
  /** Number in the log up to which the customer has read: `$conversation`, `marks.visitor.read`. */
  readonly read: number;
}

/** How an announcer is made. */
export interface AnnouncerOptions {
  /** Asked each time, as the language may change. */
  readonly words: () => AnnouncerWords;
  /** Puts a text into a live region (`role="status"`), in place of what is there. */
  readonly say: (text: string) => void;
  /** When the page began, in milliseconds since 1970, as `performance.timeOrigin`: what is older was read out by the page before. */
  readonly since: number;
  /** Ids of what was read out; hand in one set to outlive a screen. Default: a new one. */
  readonly heard?: Set<string>;
  /** Runs what it is given a little later, so that what arrives in a burst is said in one go. Default: at once. */
  readonly later?: (run: () => void) => void;
}

/** Reads a conversation out: each incoming message once, sender first, without markup; history and reconnects never. */
export interface Announcer {
  /** Something of `Announced` changed. */
  update(now: Announced): void;
}

/** The announcer of one conversation screen. */
export function createAnnouncer(options: AnnouncerOptions): Announcer {
  const { words, since, heard = new Set<string>() } = options;
  const speak = createSpeaker(options);
  let typed = false;
  return {
    update({ items, thinking, typing, read }) {
      if (thinking) return;
      const texts: string[] = [];
      for (const item of items) {
        const isOld = heard.has(item.id);
        heard.add(item.id);
        if (item.kind === 'message' && item.from === 'visitor') {
          if (isRefusedAnew(item, heard, isOld || item.at >= since)) texts.push(words().refused(item));
        } else if (!isOld && isNews(item, read, since)) texts.push(spoken(item, words()));
        if (!isOld && item.kind === 'message') typed = false;
      }
      // Once until the next message, however often somebody stops to think.
      if (typing && !typed) texts.push(words().typing(typing.name));
      typed ||= typing !== null;
      speak(texts.filter(Boolean));
    },
  };
}

function createSpeaker({ say, later = run => run() }: Pick<AnnouncerOptions, 'say' | 'later'>) {
  let last = '';
  let waiting: string[] = [];
  const flush = () => {
    const text = waiting.join('\n');
    waiting = [];
    // A live region that does not change says nothing; a space makes the second "Yes" another text.
    last = text === last ? `${text}\u00a0` : text;
    say(last);
  };
  return (texts: readonly string[]) => {
    if (texts.length === 0) return;
    const isFirst = waiting.length === 0;
    waiting.push(...texts);
    if (isFirst) later(flush);
  };
}

/** A message may be refused, tried again and refused again: each is said. */
function isRefusedAnew({ id, state }: MessageItem, heard: Set<string>, ofThisPage: boolean): boolean {
  const key = `refused ${id}`;
  if (state !== 'refused') return heard.delete(key) && false;
  const isAnew = !heard.has(key);
  heard.add(key);
  return isAnew && ofThisPage;
}

/** An earlier page has read out what is older than this one, and what is marked as read. */
function isNews(item: TimelineItem, read: number, since: number): boolean {
  const ofThisPage = item.at >= since;
  if (item.kind === 'notice') return ofThisPage;
  if (item.deleted) return false;
  if (item.from === 'agent') return (item.seq ?? 0) > read;
  return item.seq === undefined && ofThisPage;
}

function spoken(item: TimelineItem, words: AnnouncerWords): string {
  if (item.kind === 'notice') return words.notice(item);
  const agent = item.from === 'agent';
  const who = agent ? (item.name ?? '') : words.assistant;
  const files = item.files ? words.files(item.files.length) : '';
  // The assistant's text is plain already, and has its cards in it.
  const said = agent && item.tree ? plainText(item.tree) : item.text;
  return `${who}: ${[said, files].filter(Boolean).join('. ')}`;
}
