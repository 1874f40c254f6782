import type { Conversation } from '@handrail/protocol';
import { useId, useMemo, useRef, useState } from 'preact/hooks';
import { useInbox } from '../state/InboxContext.js';
import { isComposing } from '../state/isComposing.js';
import { completions, tagsInUse, tagsToBe } from '../state/tags.js';
import { useStore } from '../state/useStore.js';
import { useText } from '../text/TextContext.js';
import { Icon } from './Icon.js';

/** Characters of a tag, by the protocol. */
const LONGEST = 64;

/** What a conversation is filed under: tags to take off, and a field that offers those in use. */
export function TagEditor({ record }: { record: Conversation }) {
  const { agent } = useInbox();
  const text = useText();
  const tags = tagsToBe(record, useStore(agent.$unsent));
  const [said, setSaid] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const closed = record.status === 'closed';
  const add = (tag: string) => {
    setSaid(text.t('tagAdded', { tag }));
    if (!tags.includes(tag)) agent.addTags(record.id, tag).catch(() => {});
  };
  const remove = (tag: string) => {
    setSaid(text.t('tagRemoved', { tag }));
    agent.removeTags(record.id, tag).catch(() => {});
    // Its button goes; the focus must not go with it.
    input.current?.focus();
  };
  return (
    <div class="tag-editor">
      {tags.length > 0 && (
        <ul class="tags" aria-label={text.t('tags')}>
          {tags.map(tag => (
            <li key={tag} class="chip plain tag">
              <bdi>{tag}</bdi>
              {!closed && (
                <button type="button" aria-label={text.t('removeTag', { tag })} onClick={() => remove(tag)}>
                  <Icon name="cross" size={14} />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {!closed && <TagField has={tags} onAdd={add} inputRef={input} />}
      <p class="hidden" role="status">
        {said}
      </p>
    </div>
  );
}

/** A combobox: arrows choose among tags in use, Enter or a comma takes the choice or what is typed, Escape closes the list. */
function TagField(props: {
  has: readonly string[];
  onAdd: (tag: string) => void;
  inputRef: { current: HTMLInputElement | null };
}) {
  const { has, onAdd, inputRef } = props;
  const text = useText();
  const id = useId();
  const field = useTagField(has, onAdd);
  const { offered, chosen, open } = field;
  return (
    <div class="tag-field">
      <input
        ref={inputRef}
        data-tag-input
        role="combobox"
        aria-label={text.t('addTag')}
        aria-expanded={open}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={open && chosen >= 0 ? `${id}-${chosen}` : undefined}
        aria-describedby={`${id}-hint`}
        autocomplete="off"
        dir={field.typed === '' ? undefined : 'auto'}
        maxLength={LONGEST}
        placeholder={text.t('addTag')}
        value={field.typed}
        onInput={event => field.type(event.currentTarget.value)}
        onKeyDown={field.press}
        onFocus={field.show}
        onBlur={field.hide}
      />
      <div id={id} class="tag-list" role="listbox" aria-label={text.t('tagsInUse')} hidden={!open}>
        {offered.map((tag, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus
          <div
            key={tag}
            id={`${id}-${at}`}
            role="option"
            tabIndex={-1}
            aria-selected={at === chosen}
            dir="auto"
            onPointerDown={event => event.preventDefault()}
            onClick={() => field.take(tag)}
          >
            {tag}
          </div>
        ))}
      </div>
      <p id={`${id}-hint`} class="quiet small">
        {text.t('tagsHint')}
      </p>
    </div>
  );
}

function useTagField(has: readonly string[], onAdd: (tag: string) => void) {
  const records = useStore(useInbox().agent.$conversations);
  const inUse = useMemo(() => tagsInUse(records), [records]);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(-1);
  const [shown, setShown] = useState(false);
  const offered = completions(typed, inUse, has);
  const chosen = Math.min(at, offered.length - 1);
  const open = shown && offered.length > 0;
  const take = (tag: string) => {
    setTyped('');
    setAt(-1);
    if (tag.trim() !== '') onAdd(tag.trim());
  };
  const move = (by: 1 | -1) => {
    setShown(true);
    setAt(chosen < 0 && by < 0 ? offered.length - 1 : (chosen + by + offered.length) % offered.length);
  };
  const press = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === 'Enter' || event.key === ',') take((open && offered[chosen]) || typed);
    else if (event.key === 'ArrowDown' && offered.length > 0) move(1);
    else if (event.key === 'ArrowUp' && offered.length > 0) move(-1);
    else if (event.key === 'Escape' && open) setShown(false);
    else return;
    event.preventDefault();
  };
  return {
    typed,
    offered,
    chosen,
    open,
    take,
    press,
    type(value: string) {
      setTyped(value);
      setAt(-1);
      setShown(true);
    },
    show: () => setShown(true),
    hide: () => setShown(false),
  };
}
