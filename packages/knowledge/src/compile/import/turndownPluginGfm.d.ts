declare module '@joplin/turndown-plugin-gfm' {
  import type TurndownService from 'turndown';

  /** Tables, strikethrough and task lists; tables Markdown has no form for stay HTML. */
  export const gfm: TurndownService.Plugin;
}
