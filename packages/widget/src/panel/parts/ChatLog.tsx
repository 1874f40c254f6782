import type { TimelineItem } from '@handrail/core';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { usePanel } from '../panelContext.js';
import { useStore } from '../useStore.js';
import { BotMessage, Thinking } from './BotMessage.js';
import { Icon } from './Icon.js';
import { Notice } from './Notice.js';
import { MyMessage, TheirMessage, Typing } from './PersonMessage.js';
import { QueueCard } from './QueueCard.js';

/** Pixels from the end within which new messages keep the view at the end. */
const NEAR = 80;

/** The messages. Stays at the end while one is there; otherwise says that something new came. */
export function ChatLog() {
  const { client, words } = usePanel();
  const items = useStore(client.$messages);
  const thinking = useStore(client.$thinking);
  const typing = useStore(client.$typing);
  const owner = useStore(client.$owner);
  const body = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const seen = useRef(items.length);
  const [news, setNews] = useState(0);

  const toEnd = () => {
    body.current?.scrollTo({ top: body.current.scrollHeight });
    seen.current = items.length;
    setNews(0);
  };
  useLayoutEffect(() => {
    const last = items[items.length - 1];
    const mine = last?.kind === 'message' && last.from === 'visitor' && items.length > seen.current;
    if (atEnd.current || mine) toEnd();
    else setNews(Math.max(0, items.length - seen.current));
  }, [items, thinking, typing, owner]);
  useAnnouncer(items);

  const scrolled = (element: HTMLDivElement) => {
    atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR;
    if (atEnd.current) {
      seen.current = items.length;
      setNews(0);
    }
  };
  return (
    <div ref={body} class="body" onScroll={event => scrolled(event.currentTarget)}>
      <div class="log">
        {items.map((item, place) => (
          <Line key={item.id} item={item} before={items[place - 1]} isLast={place === items.length - 1} />
        ))}
        {owner === 'queue' ? <QueueCard items={items} /> : null}
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

/** Reads each incoming message once, sender first; never history, never one's own. */
function useAnnouncer(items: readonly TimelineItem[]) {
  const { words, announce, heard } = usePanel();
  useEffect(() => {
    const fresh = items.filter(item => !heard.has(item.id));
    // Nothing of it was on screen before: a conversation of an earlier page, or one opened from the list.
    const isHistory = fresh.length === items.length;
    for (const item of fresh) heard.add(item.id);
    const texts = fresh
      .filter(item => !isHistory || isAnswerOfThisPage(item))
      .flatMap(item => {
        if (item.kind === 'notice') return item.notice === 'joined' ? [words('joined', { name: item.name ?? '' })] : [];
        if (item.from === 'visitor') return [];
        return [`${item.from === 'agent' ? (item.name ?? '') : words('assistant')}: ${item.text}`];
      });
    if (texts.length > 0) announce(texts.join('\n'));
  }, [items, words, announce, heard]);
}

/** The assistant answers in the page, by the page's own clock, and may be faster than this view's file. */
function isAnswerOfThisPage(item: TimelineItem): boolean {
  return item.kind === 'message' && item.from === 'bot' && item.seq === undefined && item.at >= performance.timeOrigin;
}
