import { plainText } from '@handrail/content';
import type { TimelineItem } from '@handrail/core';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Words } from '../../text/words.js';
import { usePanel } from '../panelContext.js';
import { useLazy } from '../useLazy.js';
import { useScrolls } from '../useScrolls.js';
import { useStore } from '../useStore.js';
import { BotMessage, hasParts, Thinking } from './BotMessage.js';
import { Icon } from './Icon.js';
import { Notice } from './Notice.js';
import { noticeWords } from './noticeWords.js';
import { MyMessage, TheirMessage, Typing } from './PersonMessage.js';

/** Pixels from the end within which new messages keep the view at the end. */
const NEAR = 80;

/** Pixels from the beginning within which the page before is read. */
const EARLY = 300;

const needsMore = (item: TimelineItem) => item.kind === 'message' && hasParts(item);

/** The messages. Stays at the end while one is there; otherwise says that something new came. */
export function ChatLog() {
  const { client, words, lazy } = usePanel();
  const items = useStore(client.$messages);
  const thinking = useStore(client.$thinking);
  const typing = useStore(client.$typing);
  const owner = useStore(client.$owner);
  const queue = useLazy(owner === 'queue', lazy.queue);
  const forms = useLazy(items.some(needsMore), lazy.forms);
  const body = useRef<HTMLDivElement>(null);
  const scrolls = useScrolls(body);
  const atEnd = useRef(true);
  const seen = useRef(items.length);
  const [news, setNews] = useState(0);
  const hasOlder = useStore(client.$hasOlder);
  const first = useRef(items[0]?.id);
  const fromEnd = useRef(0);

  const toEnd = () => {
    body.current?.scrollTo({ top: body.current.scrollHeight });
    seen.current = items.length;
    setNews(0);
  };
  useLayoutEffect(() => {
    const grown = first.current === items[0]?.id ? 0 : items.findIndex(item => item.id === first.current);
    first.current = items[0]?.id;
    if (grown > 0 && body.current) {
      // What is read stays where it is; what came before it is no news.
      seen.current += grown;
      body.current.scrollTop = body.current.scrollHeight - fromEnd.current;
    }
    const last = items[items.length - 1];
    const mine = last?.kind === 'message' && last.from === 'visitor' && items.length > seen.current;
    if (atEnd.current || mine) toEnd();
    else setNews(Math.max(0, items.length - seen.current));
  }, [items, thinking, typing, owner, queue, forms]);
  useAnnouncer(items, thinking);

  const scrolled = (element: HTMLDivElement) => {
    fromEnd.current = element.scrollHeight - element.scrollTop;
    if (hasOlder && element.scrollTop < EARLY) void client.loadOlder().catch(() => {});
    atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR;
    if (atEnd.current) {
      seen.current = items.length;
      setNews(0);
    }
  };
  return (
    <div
      ref={body}
      class="body"
      onScroll={event => scrolled(event.currentTarget)}
      {...(scrolls && { tabIndex: 0, role: 'region', 'aria-label': words.many('yourConversations', 1) })}
    >
      <div class="log">
        {items.map((item, place) => (
          <Line key={item.id} item={item} before={items[place - 1]} isLast={place === items.length - 1} />
        ))}
        {owner === 'queue' && queue ? <queue.QueueCard items={items} /> : null}
        {thinking && owner === 'bot' ? <Thinking /> : null}
        {typing ? <Typing name={typing.name} /> : null}
        {news > 0 ? (
          <button type="button" class="new-pill" onClick={toEnd}>
            <Icon name="chevronDown" />
            {words.many('newMessages', news)}
          </button>
        ) : null}
      </div>
    </div>
  );
}

function Line({ item, before, isLast }: { item: TimelineItem; before: TimelineItem | undefined; isLast: boolean }) {
  const { words } = usePanel();
  const newDay = !before || new Date(before.at).toDateString() !== new Date(item.at).toDateString();
  return (
    <>
      {newDay ? <p class="meta day">{words.day(item.at)}</p> : null}
      <Item item={item} before={before} isLast={isLast} />
    </>
  );
}

function Item({ item, before, isLast }: { item: TimelineItem; before: TimelineItem | undefined; isLast: boolean }) {
  if (item.kind === 'notice') return <Notice item={item} />;
  const follows = before?.kind === 'message' && before.from === item.from;
  if (item.from === 'visitor') return <MyMessage item={item} />;
  if (item.from === 'agent') return <TheirMessage item={item} />;
  return <BotMessage item={item} follows={follows} isLast={isLast} />;
}

/** Reads each incoming message once, sender first, without markup; never what was read before, never one's own. */
function useAnnouncer(items: readonly TimelineItem[], thinking: boolean) {
  const { client, words, announce, heard } = usePanel();
  useEffect(() => {
    // While the assistant speaks, what it says may still grow.
    if (thinking) return;
    const fresh = items.filter(item => !heard.has(item.id));
    for (const item of fresh) heard.add(item.id);
    const read = client.$conversation.get()?.marks.visitor.read ?? 0;
    const texts = fresh
      .filter(item => isNews(item, read))
      .map(item => spoken(item, words))
      .filter(Boolean);
    if (texts.length > 0) announce(texts.join('\n'));
  }, [items, thinking, client, words, announce, heard]);
}

/** An earlier page has read out what is older than this one, and what is marked as read. */
function isNews(item: TimelineItem, read: number): boolean {
  const ofThisPage = item.at >= performance.timeOrigin;
  if (item.kind === 'notice') return ofThisPage;
  if (item.from === 'agent') return (item.seq ?? 0) > read;
  return item.from === 'bot' && item.seq === undefined && ofThisPage;
}

function spoken(item: TimelineItem, words: Words): string {
  if (item.kind === 'notice') return noticeWords(item, words);
  const agent = item.from === 'agent';
  const who = agent ? (item.name ?? '') : words('assistant');
  const files = item.files ? words.many('fileCount', item.files.length) : '';
  // The assistant's text is plain already, and has its cards in it.
  const said = agent && item.tree ? plainText(item.tree) : item.text;
  return `${who}: ${[said, files].filter(Boolean).join('. ')}`;
}
