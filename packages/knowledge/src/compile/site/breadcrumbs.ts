const TRAIL =
  'nav[aria-label*="breadcrumb" i], .theme-doc-breadcrumbs, .breadcrumbs, .breadcrumb, .wy-breadcrumbs, .bd-breadcrumbs, [itemtype$="BreadcrumbList"]';
const START =
  /^(?:home|docs?|documentation|help(?: cent(?:er|re))?|start|startseite|accueil|inicio|首页|主页|ホーム)$/i;

/** Objects of the page's JSON-LD; what is no JSON is passed over. */
export function linkedData(document: Document): Record<string, unknown>[] {
  const scripts = Array.from(document.querySelectorAll('script[type="application/ld+json"]'));
  return scripts.flatMap(script => {
    try {
      return objectsOf(JSON.parse(script.textContent ?? ''), 0);
    } catch {
      return [];
    }
  });
}

function objectsOf(value: unknown, depth: number): Record<string, unknown>[] {
  if (Array.isArray(value)) return depth > 3 ? [] : value.flatMap(each => objectsOf(each, depth + 1));
  if (typeof value !== 'object' || value === null) return [];
  const one: Record<string, unknown> = { ...value };
  return [one, ...objectsOf(one['@graph'] ?? [], depth + 1)];
}

/** The chapter a page says it is in: its breadcrumbs, or the group of the navigation that holds the page. */
export function breadcrumbsOf(
  document: Document,
  data: readonly Record<string, unknown>[],
  heading: string,
): string | undefined {
  const told = fromData(data);
  const trail = told.length > 0 ? told : fromTrail(document);
  const own = trail.lastIndexOf(heading);
  const chapters = trail.slice(0, own < 0 ? -1 : own).filter(name => name !== '' && !START.test(name));
  if (chapters.length > 0) return chapters.join(' › ');
  return fromNavigation(document);
}

function fromData(data: readonly Record<string, unknown>[]): string[] {
  const list = data.find(each => each['@type'] === 'BreadcrumbList')?.itemListElement;
  if (!Array.isArray(list)) return [];
  return list.map((each: unknown) => {
    const { name, item } = { ...(each as { name?: unknown; item?: unknown }) };
    const inner = typeof item === 'object' && item !== null ? (item as { name?: unknown }).name : undefined;
    const found = name ?? inner;
    return typeof found === 'string' ? words(found) : '';
  });
}

function fromTrail(document: Document): string[] {
  const trail = document.querySelector(TRAIL);
  if (!trail) return [];
  const items = Array.from(trail.querySelectorAll('li'));
  const parts = items.length > 0 ? items : Array.from(trail.querySelectorAll('a, [aria-current]'));
  return parts.map(part => words(part.textContent ?? '').replace(/^[›»/>\s]+|[›»/>\s]+$/g, ''));
}

/** VitePress and Starlight have no breadcrumbs, but a navigation in groups. */
function fromNavigation(document: Document): string | undefined {
  const active = document.querySelector(
    '.VPSidebarItem.level-0.has-active > .item, .VPSidebarItem.level-0.has-active .text',
  );
  if (active) return words(active.textContent ?? '') || undefined;
  const here = document.querySelector('nav a[aria-current="page"], aside a[aria-current="page"]');
  const summary = here?.closest('details')?.querySelector('summary');
  return words(summary?.textContent ?? '') || undefined;
}

const words = (text: string): string => text.replace(/\s+/g, ' ').trim();
