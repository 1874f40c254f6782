import type { TimelineItem } from '@handrail/core';
import { createScrollKeeper, createUnreadMark, type MessageRow, messageRows } from '@handrail/core/parts';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { usePanel } from '../panelContext.js';
import { useLazy } from '../useLazy.js';
import { useStore } from '../useStore.js';
import type { TalkViews } from '../views/talkViews.js';
import { BotMessage, hasParts, Thinking } from './BotMessage.js';
import { Icon } from './Icon.js';
import { Dots, MyMessage, stateText, TheirMessage } from './PersonMessage.js';

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
  const talk = useLazy(items.length > 0, lazy.talk, items);
  const body = useRef<HTMLElement>(null);
  const keeper = useMemo(createScrollKeeper, []);
  const mark = useMemo(() => createUnreadMark(), []);
  const news = useStore(keeper.$unseen);
  const hasOlder = useStore(client.$hasOlder);

  const moveTo = (top: number | null) => {
    if (body.current && top !== null) body.current.scrollTop = top;
  };
  const toEnd = () => {
    keeper.toEnd();
    moveTo(body.current?.scrollHeight ?? null);
  };
  useLayoutEffect(
    () => moveTo(keeper.changed(items, body.current?.scrollHeight ?? 0)),
    [items, thinking, typing, owner, queue, forms, talk],
  );

  const scrolled = (element: HTMLElement) => {
    if (keeper.scrolled(element) && hasOlder) void client.loadOlder().catch(() => {});
  };
  return (
    <section
      ref={body}
      class="body"
      onScroll={event => scrolled(event.currentTarget)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
      tabIndex={0}
      aria-label={words.many('yourConversations', 1)}
    >
      <div class="log">
        {messageRows(items, { unread: mark(client.$conversation.get()) }).map((row, place) => (
          <Line key={row.item.id} row={row} talk={talk} isLast={place === items.length - 1} />
        ))}
        {owner === 'queue' && queue ? <queue.QueueCard items={items} /> : null}
        {thinking && owner === 'bot' ? <Thinking /> : null}
        {typing && talk ? <talk.Typing name={typing.name} Dots={Dots} /> : null}
        {news > 0 ? (
          <button type="button" class="new-pill" onClick={toEnd}>
            <Icon name="chevronDown" />
            {words.many('newMessages', news)}
          </button>
        ) : null}
        {talk ? <talk.Announcements state={stateText} /> : null}
      </div>
    </section>
  );
}

interface LineProps {
  row: MessageRow;
  talk: TalkViews | null;
  isLast: boolean;
}

function Line({ row, talk, isLast }: LineProps) {
  const { words } = usePanel();
  return (
    <>
      {row.startsDay ? <p class="meta day">{words.day(row.item.at)}</p> : null}
      {row.startsUnread ? <p class="meta day unread">{words.many('newMessages', row.startsUnread)}</p> : null}
      <Item row={row} talk={talk} isLast={isLast} />
    </>
  );
}

function Item({ row: { item, startsGroup }, talk, isLast }: LineProps) {
  if (item.kind === 'notice') return talk ? <talk.Notice item={item} /> : null;
  if (item.from === 'visitor') return <MyMessage item={item} talk={talk} />;
  if (item.from === 'agent') return <TheirMessage item={item} talk={talk} />;
  return <BotMessage item={item} follows={!startsGroup} isLast={isLast} />;
}
