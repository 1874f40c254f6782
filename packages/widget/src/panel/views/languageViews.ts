import { languageOf } from '@handrail/content/language';

/** What tells the language of a message by its script: a file of its own, fetched when a script needs it. */
export const languageViews = { css: [], languageOf };
/** What the chat fetches once somebody writes in another script. */
export type LanguageViews = typeof languageViews;
