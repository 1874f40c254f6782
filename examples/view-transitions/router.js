// What Astro's <ClientRouter /> does: the next page is fetched and takes the place of this one in a view transition.

/** Takes over the title and what the next head has in addition; what both have, scripts that ran above all, stays. */
function swapHead(next) {
  document.title = next.title;
  const present = [...document.head.children];
  for (const element of next.head.children) {
    if (!present.some(one => one.isEqualNode(element))) document.head.append(document.importNode(element, true));
  }
}

/** Puts the next body where this one is; elements that persist move into it as they are. */
function swapBody(next) {
  const old = document.body;
  const body = document.adoptNode(next.body);
  old.replaceWith(body);
  for (const kept of old.querySelectorAll('[data-persist]')) document.getElementById(kept.id)?.replaceWith(kept);
}

async function visit(url) {
  const response = await fetch(url);
  const next = new DOMParser().parseFromString(await response.text(), 'text/html');
  const swap = () => {
    swapHead(next);
    swapBody(next);
  };
  await (document.startViewTransition?.(swap).finished ?? swap());
}

addEventListener('click', event => {
  const link = event.target.closest?.('a[href]');
  if (!link || link.origin !== location.origin || event.defaultPrevented || event.metaKey || event.ctrlKey) return;
  event.preventDefault();
  history.pushState(null, '', link.href);
  visit(link.href);
});
addEventListener('popstate', () => visit(location.href));
