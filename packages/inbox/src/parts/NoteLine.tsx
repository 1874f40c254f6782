import type { SpokenLine } from '../state/line.js';
import { useText } from '../text/TextContext.js';
import { Icon } from './Icon.js';
import { LineFiles } from './LineFiles.js';
import { Meta } from './MessageLine.js';
import { Spoken } from './Spoken.js';
import { Time } from './Time.js';

/** An internal note: its own paper over the whole width, a lock and the word, so that it never looks like a reply. */
export function NoteLine({ line, name }: { line: SpokenLine; name: string }) {
  const text = useText();
  const pending = line.delivery === 'waiting' || line.delivery === 'sending' || line.delivery === 'refused';
  return (
    <li class="note">
      <Icon name="lock" />
      <div class="note-body">
        <p class="note-head">
          <bdi>{name}</bdi> <Time at={line.at} /> <span class="note-word">{text.t('internalNote')}</span>
        </p>
        {line.text !== '' && <Spoken text={line.text} tree={line.tree} />}
        <LineFiles line={line} />
        {pending && <Meta line={line} who={null} />}
      </div>
    </li>
  );
}
