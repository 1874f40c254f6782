import type { Thread } from '@handrail/core';
import { useMemo } from 'preact/hooks';
import { useInbox } from '../state/InboxContext.js';
import type { Line } from '../state/line.js';
import { conversationLines } from '../state/lines.js';
import { knownName, visitorName } from '../state/naming.js';
import { useScrollEnd } from '../state/useScrollEnd.js';
import { useStore } from '../state/useStore.js';
import { useText } from '../text/TextContext.js';
import { BotPart } from './BotPart.js';
import { FormCard } from './FormCard.js';
import { Icon } from './Icon.js';
import { MessageLine } from './MessageLine.js';
import { NoteLine } from './NoteLine.js';
import { NoticesLine } from './NoticesLine.js';

/** The conversation in reading order. It follows the newest line only while the reader is there. */
export function Lines({ thread }: { thread: Thread }) {
  const { agent, $now } = useInbox();
  const text = useText();
  const unsent = useStore(agent.$unsent);
  const online = useStore(agent.$connection).state === 'online';
  const me = useStore(agent.$me);
  const now = useStore($now);
  const lines = useMemo(
    () => conversationLines(thread, unsent, online, me?.id ?? ''),
    [thread.events, thread.record, unsent, online, me],
  );
  const said = lines.filter(line => line.kind === 'message' || line.kind === 'note' || line.kind === 'form').length;
  const { scroller, missed, toEnd } = useScrollEnd(thread.id, said, lines);
  const customer = thread.record ? visitorName(thread.record, text) : '';
  const nothingAfterBot = said === 0;

  const draw = (line: Line, index: number) => {
    switch (line.kind) {
      case 'day':
        return (
          <li key={line.id} class="day">
            {text.day(line.at, now)}
          </li>
        );
      case 'bot':
        return <BotPart key={line.id} turns={line.turns} open={nothingAfterBot} />;
      case 'notices':
        return <NoticesLine key={line.id} notices={line.notices} me={me?.id ?? ''} />;
      case 'form':
        return <FormCard key={line.id} contact={line.contact} at={line.at} />;
      case 'note':
        return (
          <NoteLine key={line.id} line={line} name={line.by === me?.id ? text.t('you') : (line.name ?? line.by)} />
        );
      case 'message': {
        const name = line.from === 'visitor' ? customer : (line.name ?? line.by);
        const mine = line.from === 'agent' && line.by === me?.id;
        const given = thread.record ? knownName(thread.record) : undefined;
        const known = line.from === 'visitor' && given ? { ...line, name: given } : line;
        return (
          <MessageLine
            key={line.id}
            line={known}
            last={endsRun(line, lines[index + 1])}
            name={name}
            mine={mine}
            record={thread.record}
          />
        );
      }
    }
  };
  return (
    <div class="thread">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard */}
      <div class="scroller" ref={scroller} tabIndex={0} role="log" aria-label={text.t('conversation')} aria-live="off">
        <ol class="lines">
          {lines.map(draw)}
          {thread.typing && (
            <li class="typing">
              <span class="dots" aria-hidden="true">
                <i />
                <i />
                <i />
              </span>
              {text.t('typing', { name: customer })}
            </li>
          )}
        </ol>
      </div>
      {missed !== null && (
        <button type="button" class="pill" onClick={toEnd}>
          <Icon name="down" size={18} />
          {missed > 0 ? text.t('newMessages', { count: missed }) : text.t('jumpToEnd')}
        </button>
      )}
    </div>
  );
}

/** Whether the next line is not by the same person within five minutes and equally far. */
function endsRun(line: Line & { kind: 'message' | 'note' }, next: Line | undefined): boolean {
  if (next?.kind !== 'message' || next.by !== line.by) return true;
  return next.at - line.at > 5 * 60_000 || next.delivery !== line.delivery;
}
