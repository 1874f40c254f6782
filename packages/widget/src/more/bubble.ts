import type { WidgetParts } from '../widgetParts.js';
import { dismissWord } from './dismissWords.js';
import greetingCss from './greeting.css?inline';

/** What a bubble says, and who is told what became of it. */
export interface BubbleParts {
  readonly text: string;
  readonly locale: string;
  readonly chosen: () => void;
  readonly dismissed: () => void;
}

/**
 * A bubble beside the launcher: announced politely, focus stays where it is. In the order of the keyboard it comes right after
 * the launcher. Returns what takes it away.
 */
export function showBubble({ host, launcher, options }: WidgetParts, parts: BubbleParts): () => void {
  host.style(greetingCss);
  const { name, theme = 'auto', launcher: { side } = {} } = options.config;
  const make = <K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Readonly<Record<string, string>>) => {
    const element = document.createElement(tag);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const bubble = make('div', {
    class: `greeting ${theme} ${side ?? ''}`,
    part: 'greeting',
    role: 'region',
    'aria-label': name,
    lang: parts.locale,
  });
  const says = make('button', { type: 'button', class: 'says' });
  const away = make('button', { type: 'button', class: 'away', 'aria-label': dismissWord(parts.locale) });
  const told = make('p', { class: 'told', role: 'status' });
  // Only the text has a direction of its own: the bubble stands on the launcher's side, whatever its language.
  const text = make('span', { class: 'line', dir: 'auto' });
  text.textContent = parts.text;
  says.append(text);
  away.textContent = '×';
  says.addEventListener('click', parts.chosen);
  away.addEventListener('click', parts.dismissed);
  bubble.addEventListener('keydown', event => {
    if (event.key === 'Escape' && !event.isComposing) parts.dismissed();
  });
  bubble.append(says, away, told);
  launcher.button.after(bubble);
  // A live region speaks of what changes in it after it is there.
  const timer = setTimeout(() => {
    told.textContent = parts.text;
  }, 100);
  return () => {
    clearTimeout(timer);
    // What had the focus in it gives it to the launcher, not to nobody.
    const hadFocus = bubble.contains(host.root.activeElement);
    bubble.remove();
    if (hadFocus && !launcher.button.hidden) launcher.button.focus();
  };
}
