import type { ComponentChildren } from 'preact';
import { usePanel } from '../panelContext.js';
import { Icon, type IconName } from './Icon.js';

/** A button that is only a drawing; its name is read and shown on hover. */
export function IconButton({
  icon,
  label,
  onClick,
  pressed,
}: {
  icon: IconName;
  label: string;
  onClick: () => void;
  pressed?: boolean;
}) {
  return (
    <button type="button" class="icon-button" aria-label={label} title={label} aria-pressed={pressed} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}

/** The bar on top: back, who or what this is, close. */
export function Header({
  children,
  tools,
  plain,
  home,
}: {
  children: ComponentChildren;
  tools?: ComponentChildren;
  plain?: boolean;
  home?: boolean;
}) {
  const { words, navigation, close } = usePanel();
  return (
    <div class={plain ? 'header plain' : 'header'}>
      {home ? null : <IconButton icon="back" label={words('back')} onClick={navigation.back} />}
      {children}
      {tools}
      {close ? <IconButton icon="close" label={words('close')} onClick={close} /> : null}
    </div>
  );
}

/** Name and a line below it. */
export function Who({ name, line, avatar }: { name: string; line?: string; avatar?: ComponentChildren }) {
  return (
    <div class="who">
      {avatar}
      <div class="names">
        <h1 tabIndex={-1} data-heading dir="auto">
          {name}
        </h1>
        {line ? <p class="meta">{line}</p> : null}
      </div>
    </div>
  );
}
