import type { Block } from '../nodes.js';
import { type ReadElement, type Walk, wordsOf } from './walk.js';

const SET =
  /(?:^|\s)(?:vp-code-group|tabbed-set|tabs-container|tab-set|sd-tab-set|sphinx-tabs|tabs|code-group)(?:\s|$)/i;
/** Panels and labels of VitePress, MkDocs Material, Sphinx Design, and of whoever follows ARIA (Docusaurus, Starlight). */
const PANEL =
  '[role="tabpanel"], .tabbed-block, .sd-tab-content, .vp-code-group > .blocks > *, .code-group > .blocks > *';
const LABEL = '[role="tab"], .tabbed-labels > label, label.sd-tab-label, .tabbed-set > label, .tabs > label';
const LIST = '[role="tablist"], .tabbed-labels, .tabs';

/** Tabs: each panel under its label, none lost. */
export const readTabs: ReadElement = (element, walk) => {
  const isSet =
    SET.test(element.getAttribute('class') ?? '') || Array.from(element.children).some(child => child.matches(LIST));
  if (!isSet) return null;
  const panels = own(element, PANEL);
  const labels = own(element, LABEL);
  if (panels.length === 0 || labels.length === 0) return null;
  for (const label of labels) walk.taken.add(label);
  const rest = walk.blocks(withoutPanels(element, panels, walk));
  return [...rest, ...panels.flatMap((panel, index) => part(panel, labelOf(panel, index, labels), walk))];
};

function part(panel: Element, label: Element | undefined, walk: Walk): Block[] {
  const c = label ? walk.inlines(label) : [];
  walk.taken.delete(panel);
  const content = walk.blocks(wrap(panel));
  if (content.length === 0) return [];
  return c.length === 0 ? content : [{ t: 'p', c: [{ t: 'strong', c }] }, ...content];
}

/** A panel may itself be what makes a code block. */
function wrap(panel: Element): Node {
  const role = panel.getAttribute('role');
  if (role === 'tabpanel' || panel.matches('.tabbed-block, .sd-tab-content')) return panel;
  const around = panel.ownerDocument.createElement('div');
  around.append(panel.cloneNode(true));
  return around;
}

/** What stands beside panels and labels, such as a title. */
function withoutPanels(set: Element, panels: readonly Element[], walk: Walk): Element {
  for (const panel of panels) walk.taken.add(panel);
  return set;
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
