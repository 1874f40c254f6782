import type { Block } from '../nodes.js';
import { type ReadElement, type Walk, wordsOf } from './walk.js';

const SET =
  /(?:^|\s)(?:vp-code-group|tabbed-set|tabs-container|tab-set|sd-tab-set|sphinx-tabs|tabs|code-group)(?:\s|$)/i;
/** Panels and labels of VitePress, MkDocs Material, Sphinx Design, and of whoever follows ARIA (Docusaurus, Starlight). */
const PANEL =
  '[role="tabpanel"], .tabbed-block, .sd-tab-content, .vp-code-group > .blocks > *, .code-group > .blocks > *';
const LABEL = '[role="tab"], .tabbed-labels > label, label.sd-tab-label, .tabbed-set > label, .tabs > label';
/** What only a set of tabs has right inside. */
const SIGNS = '[role="tablist"], [role="tabpanel"], .tabbed-labels';

/** Tabs: each panel under its label, none lost. */
export const readTabs: ReadElement = (element, walk) => {
  if (!isSet(element)) return null;
  const panels = own(element, PANEL);
  const labels = own(element, LABEL);
  if (panels.length === 0 || labels.length === 0) return null;
  for (const each of [...labels, ...panels]) walk.taken.add(each);
  const beside = walk.blocks(element);
  return [...beside, ...panels.flatMap((panel, index) => part(panel, labelOf(panel, index, labels), walk))];
};

function isSet(element: Element): boolean {
  if (SET.test(element.getAttribute('class') ?? '')) return true;
  return Array.from(element.children).some(child => child.matches(SIGNS));
}

function part(panel: Element, label: Element | undefined, walk: Walk): Block[] {
  const words = label ? wordsOf(label) : '';
  const content = walk.blocks(around(panel));
  if (content.length === 0) return [];
  return words === '' ? content : [{ t: 'p', c: [{ t: 'strong', c: [words] }] }, ...content];
}

/** What is read of a panel: what is in it, or itself when it is a block of code. */
function around(panel: Element): Node {
  if (panel.matches('[role="tabpanel"], .tabbed-block, .sd-tab-content')) return panel;
  const box = panel.ownerDocument.createElement('div');
  box.append(panel.cloneNode(true));
  return box;
}

function labelOf(panel: Element, index: number, labels: readonly Element[]): Element | undefined {
  const by = panel.getAttribute('aria-labelledby');
  const named = labels.find(label => {
    const controls = label.getAttribute('aria-controls');
    return (by !== null && label.id === by) || (controls !== null && controls !== '' && controls === panel.id);
  });
  return named ?? labels[index];
}

/** Without those of tabs inside tabs. */
function own(set: Element, selector: string): Element[] {
  const all = Array.from(set.querySelectorAll(selector)).filter(each => wordsOf(each) !== '');
  const panels = Array.from(set.querySelectorAll(PANEL));
  return all.filter(each => !panels.some(panel => panel !== each && panel.contains(each)));
}
