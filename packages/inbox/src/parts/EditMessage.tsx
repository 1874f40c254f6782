import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { fit } from '../state/fit.js';
import { useInbox } from '../state/InboxContext.js';
import { isComposing } from '../state/isComposing.js';
import type { SpokenLine } from '../state/line.js';
import { toComposer } from '../state/toComposer.js';
import { useText } from '../text/TextContext.js';

/** A message while its writer words it anew. */
export function EditMessage({ line, conversation }: { line: SpokenLine; conversation: string }) {
  const { agent, $editing } = useInbox();
  const text = useText();
  const [draft, setDraft] = useState(line.text);
  const field = useRef<HTMLTextAreaElement>(null);
  const hint = useId();
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(line.text.length, line.text.length);
  }, []);
  useEffect(() => fit(field.current), [draft]);
  const words = draft.trim();

  const end = () => {
    $editing.set(null);
    toComposer();
  };
  const save = () => {
    if (words === '') return;
    // A refusal stays in the outbox, where `RefusedBar` shows it.
    if (words !== line.text) agent.edit(conversation, line.id, words).catch(() => {});
    end();
  };
  const press = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      end();
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      save();
    }
  };
  return (
    <div class="edit-message">
      <div class="field">
        <textarea
          ref={field}
          rows={1}
          dir="auto"
          aria-label={text.t('editField')}
          aria-describedby={hint}
          value={draft}
          onInput={event => setDraft(event.currentTarget.value)}
          onKeyDown={press}
        />
      </div>
      <p class="edit-actions">
        <span class="hint" id={hint}>
          {text.t('editHint')}
        </span>
        <button type="button" class="button" onClick={end}>
          {text.t('cancel')}
        </button>
        <button type="button" class="button primary" disabled={words === ''} onClick={save}>
          {text.t('save')}
        </button>
      </p>
    </div>
  );
}
