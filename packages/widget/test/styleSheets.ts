/** jsdom has no constructed style sheets; what they hold does not matter to tests without layout. */
if (typeof CSSStyleSheet !== 'undefined') {
  CSSStyleSheet.prototype.replaceSync ??= () => {};
  ShadowRoot.prototype.adoptedStyleSheets ??= [];
}
