import { useEffect, useRef, useState } from 'preact/hooks';
import { chime, mayPlay } from '../news/chime.js';
import { chooseSound, wantsSound } from '../news/soundChoice.js';
import { soundWord } from '../news/soundWords.js';
import { usePanel } from '../panelContext.js';
import { useStore } from '../useStore.js';
import { Icon } from './Icon.js';

/** What is rarely needed: a copy, a new chat, the end. */
export function ChatMenu() {
  const { client, words, navigation, config } = usePanel();
  const [open, setOpen] = useState(false);
  const wrap = useRef<HTMLDivElement>(null);
  const conversation = useStore(client.$conversation);
  useEffect(() => {
    if (open) wrap.current?.querySelector<HTMLElement>('[role^=menuitem]')?.focus();
  }, [open]);

  const shut = () => {
    setOpen(false);
    wrap.current?.querySelector<HTMLElement>('.icon-button')?.focus();
  };
  const pick = (run: () => unknown) => () => {
    setOpen(false);
    run();
  };
  const keyDown = (event: KeyboardEvent) => {
    const entries = [...(wrap.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
    const place = entries.indexOf(event.target as HTMLElement);
    if (event.key === 'Escape') shut();
    else if (event.key === 'ArrowDown') entries[(place + 1) % entries.length]?.focus();
    else if (event.key === 'ArrowUp') entries[(place - 1 + entries.length) % entries.length]?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const entries: [string, () => unknown][] = [
    [words('downloadTranscript'), async () => (await import('../saveTranscript.js')).saveTranscript(client, words)],
    [words('newChat'), () => void client.newConversation()],
  ];
  if (conversation?.status !== 'closed') {
    entries.push([
      words('endChat'),
      () => {
        void client.endConversation().catch(() => {});
        if (!conversation) navigation.reset();
      },
    ]);
  }
  return (
    <div class="menu-wrap" ref={wrap}>
      <button
        type="button"
        class="icon-button"
        aria-label={words('options')}
        title={words('options')}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="more" />
      </button>
      {open ? (
        <div class="menu" role="menu" tabIndex={-1} onKeyDown={keyDown}>
          {entries.map(([label, run]) => (
            <button key={label} type="button" role="menuitem" tabIndex={-1} onClick={pick(run)}>
              {label}
            </button>
          ))}
          {config.sound === false ? null : <SoundSwitch />}
        </div>
      ) : null}
    </div>
  );
}

/** Stays open when it is pressed: what was chosen is seen, and heard. */
function SoundSwitch() {
  const { client, words } = usePanel();
  const [on, setOn] = useState(wantsSound);
  const change = () => {
    chooseSound(!on, client.getState().consent.storage);
    setOn(!on);
    if (!on && mayPlay()) chime();
  };
  return (
    <button type="button" role="menuitemcheckbox" aria-checked={on} tabIndex={-1} onClick={change}>
      {soundWord(words.locale)}
      {on ? <Icon name="check" /> : null}
    </button>
  );
}
