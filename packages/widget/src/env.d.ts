declare module '*.css?inline' {
  const css: string;
  export default css;
}

/** File name of the panel's entry, set when the script for pages is built; `null` in the npm module. */
declare const __PANEL_FILE__: string | null;
/** The same of what the launcher seldom does. */
declare const __MORE_FILE__: string | null;

/** What a server writes around the loader; absent when the file is served as it is. */
declare const __HANDRAIL_SITE__: import('./loader/readScriptTag.js').SiteBoot | undefined;

interface Navigator {
  /** Global Privacy Control: the customer's browser asks not to be counted. */
  readonly globalPrivacyControl?: boolean;
}
