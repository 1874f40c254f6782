import { usePanel } from '../panelContext.js';
import { PersonAvatar } from './Avatar.js';
import type { Dots as DotsOf } from './PersonMessage.js';

/** Somebody is writing. The dots are of another file, which is there before. */
export function Typing({ name, Dots }: { name: string | undefined; Dots: typeof DotsOf }) {
  const { words } = usePanel();
  return (
    <div class="theirs">
      <PersonAvatar name={name ?? ''} small />
      <div class="bubble">
        <span class="sr">{name ? words('typing', { name }) : words('typingUnknown')}</span>
        <Dots />
      </div>
    </div>
  );
}
