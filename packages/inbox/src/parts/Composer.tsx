import type { Conversation } from '@handrail/protocol';
import { useEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { Mode } from '../state/drafts.js';
import { editLast } from '../state/editLast.js';
import { fit } from '../state/fit.js';
import { useInbox } from '../state/InboxContext.js';
import { isComposing } from '../state/isComposing.js';
import { useFiles } from '../state/useFiles.js';
import { useStore } from '../state/useStore.js';
import type { TextKey } from '../text/en.js';
import { useText } from '../text/TextContext.js';
import { AttachButton } from './AttachButton.js';
import { Icon } from './Icon.js';
import { IconButton } from './IconButton.js';
import { FilesToSend } from './LineFiles.js';
import { ReplyPicker, useReplyPicker } from './ReplyPicker.js';

/** Writes a reply to the customer or a note to the team; each has its own draft per conversation. */
export function Composer({ record, mode, onMode }: { record: Conversation; mode: Mode; onMode: (mode: Mode) => void }) {
  const inbox = useInbox();
  const { agent, drafts, replies } = inbox;
  const text = useText();
  const me = useStore(agent.$me)?.id ?? '';
  const field = useRef<HTMLTextAreaElement>(null);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const draft = drafts.get(record.id, mode);
  const [saved, setSaved] = useState(false);
  const { files, add, remove, clear, problem, fail } = useFiles(`${record.id} ${mode}`);
  const isEmpty = draft.trim() === '' && files.length === 0;
  const note = mode === 'note';
  const accepts = !note && record.owner !== 'human';
  const other = record.owner === 'human' && record.assignee?.id !== me ? record.assignee?.name : undefined;

  const write = (value: string) => {
    drafts.set(record.id, mode, value);
    setSaved(false);
    redraw(0);
    if (!note && record.owner === 'human') agent.setTyping(record.id, value.trim() !== '');
  };
  const picker = useReplyPicker(draft, !note, reply => {
    write(reply);
    field.current?.focus();
  });
  useEffect(() => () => agent.setTyping(record.id, false), [record.id]);
  useEffect(() => fit(field.current), [draft]);

  const send = async () => {
    const words = draft.trim();
    if (isEmpty) return;
    field.current?.focus();
    // Accepting may fail because a colleague was faster; the text must then still stand here.
    if (
      accepts &&
      !(await agent.take(record.id).then(
        () => true,
        () => false,
      ))
    )
      return;
    const options = files.length > 0 ? { attachments: files } : {};
    const sent = note ? agent.note(record.id, words, options) : agent.reply(record.id, words, options);
    sent.catch(error => {
      // Refused before anything was sent: text and files stand here again.
      if (error.code !== 'too_large') return;
      write(words);
      fail(files);
    });
    clear();
    write('');
  };
  const press = (event: KeyboardEvent) => {
    if (isComposing(event) || picker.press(event)) return;
    if (event.key === 'Escape') field.current?.blur();
    if (event.key === 'ArrowUp' && !note && isEmpty && editLast(inbox)) event.preventDefault();
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    void send();
  };
  const label: TextKey = note ? 'writeNote' : 'writeReply';
  return (
    <div class={`composer writes-${mode}`}>
      {other !== undefined && !note && <p class="collision">{text.t('collision', { name: other })}</p>}
      <ReplyPicker picker={picker} />
      {problem && (
        <p class="meta bad" role="alert">
          {text.t('filesTooMuch')}
        </p>
      )}
      <FilesToSend files={files} remove={remove} />
      <div class="composer-top">
        <ModeTabs mode={mode} onMode={onMode} />
        <span class="hint">
          {saved ? text.t('savedReply') : text.t(note ? 'noteHint' : accepts ? 'acceptHint' : 'keysHint')}
        </span>
      </div>
      <div class="field">
        {note && <Icon name="lock" />}
        <textarea
          ref={field}
          rows={1}
          dir={draft === '' ? undefined : 'auto'}
          data-composer
          aria-label={text.t(label)}
          placeholder={text.t(label)}
          value={draft}
          onInput={event => write(event.currentTarget.value)}
          onKeyDown={press}
          onDragOver={event => event.dataTransfer?.types.includes('Files') && event.preventDefault()}
          onDrop={event => {
            if (!event.dataTransfer?.files.length) return;
            event.preventDefault();
            add([...event.dataTransfer.files]);
          }}
          onPaste={event => {
            const pasted = [...(event.clipboardData?.files ?? [])];
            if (pasted.length === 0) return;
            event.preventDefault();
            add(pasted);
          }}
          onBlur={() => agent.setTyping(record.id, false)}
        />
        <AttachButton add={add} />
        {!note && draft.trim().length > 20 && (
          <IconButton
            icon="bookmark"
            label={text.t('saveReply')}
            onClick={() => {
              replies.save(draft.trim());
              setSaved(true);
            }}
          />
        )}
        <button
          type="button"
          class="send"
          aria-label={text.t(note ? 'sendNote' : accepts ? 'acceptAndSend' : 'send')}
          title={text.t(note ? 'sendNote' : accepts ? 'acceptAndSend' : 'send')}
          disabled={isEmpty}
          onClick={() => void send()}
        >
          <Icon name="send" />
        </button>
      </div>
    </div>
  );
}

function ModeTabs({ mode, onMode }: { mode: Mode; onMode: (mode: Mode) => void }) {
  const text = useText();
  return (
    <div class="modes">
      {(['reply', 'note'] as const).map(one => (
        <button key={one} type="button" class="mode" aria-pressed={mode === one} onClick={() => onMode(one)}>
          {text.t(one)}
        </button>
      ))}
    </div>
  );
}
