import { handrail } from '../handrail.mjs';
import { sheetText, tagData } from './choices.mjs';

/** The tag that put this site's own widget into the page. */
const siteTag = () => document.querySelector('script[data-knowledge]');

/** After this the panel has taken the focus, or will not. */
const TAKES_FOCUS_MS = 2000;

let sheet = null;

/** Takes the widget out of the page and puts it in again as chosen; an open panel is open again, the focus stays where it is. */
export async function wear(choices) {
  const { src, dataset } = siteTag();
  await replaceWidget({ src, data: { ...tagData(choices), knowledge: dataset.knowledge, popular: dataset.popular } });
  sheet ??= new CSSStyleSheet();
  sheet.replaceSync(sheetText(choices));
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
}

/** The site's own widget again. */
export async function takeOff() {
  const { src, dataset } = siteTag();
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter(each => each !== sheet);
  await replaceWidget({ src, data: { ...dataset } });
}

async function replaceWidget({ src, data }) {
  const wasOpen = handrail('isOpen') === true;
  const focused = document.activeElement;
  handrail('destroy');
  window.Handrail = undefined;
  await runTag(src, data);
  if (!wasOpen) return;
  keepFocus(focused);
  await handrail('open');
}

/** An opened panel takes the focus once it is drawn; whoever is choosing gets it back. */
function keepFocus(element) {
  if (!element?.isConnected || element === document.body) return;
  const giveBack = ({ target }) => {
    if (target.localName !== 'handrail-host') return;
    stop();
    element.focus();
  };
  const stop = () => document.removeEventListener('focusin', giveBack);
  document.addEventListener('focusin', giveBack);
  setTimeout(stop, TAKES_FOCUS_MS);
}

/** Resolves when the script has run; the tag is not left behind. */
function runTag(src, data) {
  const tag = document.createElement('script');
  Object.assign(tag.dataset, data);
  tag.src = src;
  return new Promise((resolve, reject) => {
    tag.onload = resolve;
    tag.onerror = () => reject(new Error(`${src} could not be loaded`));
    document.head.append(tag);
  }).finally(() => tag.remove());
}
