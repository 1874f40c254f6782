/**
 * Script a page runs first: keeps what goes wrong in it in `window.problems`. Engines tell their drivers different things;
 * the page's own view is the same in all.
 */
export const WATCH_PROBLEMS = `
  window.problems = [];
  const note = (kind, what) => window.problems.push(kind + ': ' + what);
  addEventListener('error', event => note('error', event.message ?? 'not loaded: ' + (event.target.src ?? event.target.href)), true);
  addEventListener('unhandledrejection', event => note('rejection', event.reason));
  addEventListener('securitypolicyviolation', event => note('policy', event.violatedDirective + ' ' + event.blockedURI));
  for (const kind of ['error', 'warn']) {
    const tell = console[kind];
    console[kind] = (...all) => { note(kind, all.join(' ')); tell.apply(console, all); };
  }
`;
