import type { Conversation } from '@handrail/protocol';
import { useMemo } from 'preact/hooks';
import { tagsInUse } from '../state/tags.js';
import { useText } from '../text/TextContext.js';

/** Shows only what has a tag; it is there once a conversation of the list has one. */
export function TagFilter(props: {
  records: readonly Conversation[];
  tag: string | null;
  onTag: (tag: string | null) => void;
}) {
  const { records, tag, onTag } = props;
  const text = useText();
  const inUse = useMemo(() => tagsInUse(records), [records]);
  const offered = tag === null || inUse.includes(tag) ? inUse : [tag, ...inUse];
  if (offered.length === 0) return null;
  return (
    <div class="tag-filter">
      <select
        aria-label={text.t('filterByTag')}
        value={tag ?? ''}
        onChange={event => onTag(event.currentTarget.value || null)}
      >
        <option value="">{text.t('everyTag')}</option>
        {offered.map(one => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    </div>
  );
}
