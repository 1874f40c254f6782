import type { WidgetConfig } from '@handrail/protocol';

/** What the loader is told about its site; the argument of the script's function. */
export interface SiteScriptData {
  readonly id: string;
  /** Origin of this server, as the page reaches it. */
  readonly server: string;
  readonly config: WidgetConfig;
  /** Path of the compiled articles on the server; absent when the site has none. */
  readonly knowledge?: string;
  /** Path of the site's own flow on the server; absent when it has none. */
  readonly flow?: string;
  /** Path of the widget's other files on the server. */
  readonly assets: string;
}

/** The script of one site: the loader's text as a function of the site's data. */
export function siteScript(loader: string, data: SiteScriptData): string {
  // The newline keeps a comment at the end of the loader from swallowing the rest.
  return `((__HANDRAIL_SITE__)=>{${loader}\n})(${jsonForScript(data)});\n`;
}

/** A script that only says, in one line, why there is no widget. */
export function warnScript(message: string): string {
  return `console.warn(${jsonForScript(`[handrail] ${message}`)});\n`;
}

/** JSON that stays one literal wherever a script may stand: `<` could end a script element, U+2028/9 an old line. */
export function jsonForScript(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
