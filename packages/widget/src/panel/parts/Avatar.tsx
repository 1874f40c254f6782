import { usePanel } from '../panelContext.js';
import { Icon } from './Icon.js';

/** The assistant: square, so that it is never mistaken for a person. */
export function BotAvatar({ tiny }: { tiny?: boolean }) {
  const { avatar } = usePanel().config;
  return (
    <span class={tiny ? 'avatar bot tiny' : 'avatar bot'} aria-hidden="true">
      {avatar ? <img src={avatar} alt="" /> : <Icon name="mark" />}
    </span>
  );
}

/** The shop itself. */
export function BrandAvatar({ name }: { name: string }) {
  return (
    <span class="avatar brand" aria-hidden="true">
      {initial(name)}
    </span>
  );
}

/** A person, round, by the first letter of the name. */
export function PersonAvatar({ name, small }: { name: string; small?: boolean }) {
  return (
    <span class={small ? 'avatar msg' : 'avatar'} aria-hidden="true">
      {initial(name)}
    </span>
  );
}

const initial = (name: string) => [...name.trim()][0]?.toUpperCase() ?? '·';
