const HEADINGS = 'h1, h2, h3, h4, h5, h6';

/**
 * Where links to ids that are not those of headings lead: to the heading an element begins with or stands right before, else
 * to the one it stands below.
 */
export function anchorsOf(body: Element, headingIds: ReadonlyMap<Element, string>): ReadonlyMap<string, string> {
  const known = new Set(headingIds.values());
  const anchors = new Map<string, string>();
  let above: string | undefined;
  for (const element of Array.from(body.querySelectorAll(`${HEADINGS}, [id], a[name]`))) {
    const near = headingIds.get(element) ?? headingIds.get(ahead(element) ?? element) ?? above;
    if (headingIds.has(element)) above = near;
    for (const id of [element.id, element.getAttribute('name') ?? '']) {
      if (id !== '' && near !== undefined && id !== near && !known.has(id) && !anchors.has(id)) anchors.set(id, near);
    }
  }
  return anchors;
}

/** The heading that follows an empty element or begins a box, nothing being between. */
function ahead(element: Element): Element | null {
  const isEmpty = (element.textContent ?? '').trim() === '';
  for (let at = isEmpty ? element.nextElementSibling : element.firstElementChild; at; at = at.firstElementChild) {
    if (at.matches(HEADINGS)) return at;
  }
  return null;
}
