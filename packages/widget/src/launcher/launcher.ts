import { labelOf } from './labels.js';

/** The round button in the corner: plain DOM, so that it costs the page next to nothing. */
export interface Launcher {
  readonly button: HTMLButtonElement;
  setOpen(open: boolean): void;
  setUnread(count: number): void;
  /** Says it in a language; what is said while it is open or something is unread comes with the panel. */
  setLocale(locale: string, words?: LauncherWords): void;
}

/** What the launcher says once the panel's words are there. */
export interface LauncherWords {
  readonly close: string;
  readonly unread: (count: number) => string;
}

const SVG = 'http://www.w3.org/2000/svg';
/** The mark: a rail on two posts, climbing. */
const MARK = 'M3.5 16.5h3l10-9h4M8 15.2V20M15 9v11';
const DOWN = 'm6 9.5 6 6 6-6';

/**
 * @param onToggle the customer pressed it
 * @param onIntent the customer is about to: pointer near, focus or touch
 */
export function createLauncher(document: Document, onToggle: () => void, onIntent: () => void): Launcher {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'launcher';
  button.setAttribute('part', 'launcher');
  const line = drawLine(document, button);
  const badge = document.createElement('span');
  badge.className = 'badge';
  badge.hidden = true;
  button.append(badge);
  let open = false;
  let unread = 0;
  let [closed, words] = [labelOf('en'), null as LauncherWords | null];

  const label = () => {
    const more = unread > 0 && words ? `, ${words.unread(unread)}` : '';
    button.setAttribute('aria-label', open && words ? words.close : closed + more);
    button.setAttribute('aria-expanded', String(open));
    line.setAttribute('d', open ? DOWN : MARK);
  };
  const setLocale = (tag: string, own = words) => {
    closed = labelOf(tag) ?? closed;
    words = own;
    label();
  };
  button.setAttribute('aria-haspopup', 'dialog');
  button.addEventListener('click', onToggle);
  for (const type of ['pointerenter', 'focus']) {
    button.addEventListener(type, onIntent, { once: true });
  }
  return {
    button,
    setOpen(next) {
      open = next;
      label();
    },
    setUnread(count) {
      unread = count;
      badge.hidden = count === 0;
      badge.textContent = count > 9 ? '9+' : String(count);
      label();
    },
    setLocale,
  };
}

/** A drawing in the button; returns its one line, which has no shape yet. */
function drawLine(document: Document, button: HTMLElement): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'path');
  svg.append(line);
  button.append(svg);
  return line;
}
