import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Ways to run a script, leave the page or break out of a field, one of each kind. */
export const ATTACKS: readonly string[] = [
  '<script>window.attacked=1;alert(1)</script>',
  '<img src=x onerror="window.attacked=1;alert(1)">',
  '"><svg/onload=alert(1)>',
  "'-alert(1)-'",
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<svg><use href="data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg onload=alert(1)>#x">',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
  '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
  '<iframe src="https://evil.example/frame"></iframe>',
  '<object data="https://evil.example/o"></object><embed src="https://evil.example/e">',
  '<details open ontoggle=alert(1)><summary>x</summary></details>',
  '<input autofocus onfocus=alert(1)>',
  '<body onload=alert(1)>',
  '<style>@import "https://evil.example/s.css";*{background:url(https://evil.example/b)}</style>',
  '<link rel=stylesheet href=https://evil.example/l.css><base href=https://evil.example/>',
  '<meta http-equiv=refresh content="0;url=https://evil.example/">',
  '<form action=https://evil.example/><button>Go</button></form>',
  '<template shadowrootmode=open><script>alert(1)</script></template>',
  '<div popover id=p onbeforetoggle=alert(1)></div><button popovertarget=p>x</button>',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '[x](java\tscript:alert(1)) [y](\u0001javascript:alert(1)) [z](javascript&colon;alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '[x](//evil.example/) [y](\\\\evil.example\\x) <javascript:alert(1)>',
  '![x](https://evil.example/pixel.png) ![y](data:image/svg+xml,<svg onload=alert(1)>)',
  '[![x](https://evil.example/in-link.png)](https://evil.example/ "\\" onmouseover=alert(1)")',
  '[x]: javascript:alert(1)\n\n[x]',
  '```"><img src=x onerror=alert(1)>\n</code></pre><script>alert(1)</script>\n```',
  '| <img src=x onerror=alert(1)> | b |\n| --- | --- |\n| <script>alert(1)</script> | [x](vbscript:x) |',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: that is the attack
  '{{constructor.constructor("alert(1)")()}} ${alert(1)} <%= alert(1) %> #{7*7}',
  '{"type":"script","props":{"dangerouslySetInnerHTML":{"__html":"<img src=x onerror=alert(1)>"}}}',
  '__proto__ constructor prototype toString hasOwnProperty',
  '\u202Egnp.exe\u202C \u2066\u2067abc Sup\u200Bport \u0000\u0008\uFEFF',
  'Z\u0351\u036B\u0343\u036A\u0302a\u0310\u0313\u0307l\u0334\u0355g\u0321\u0353o'.repeat(6),
];

const FILES: readonly (readonly [string, string])[] = [
  ['own-xss-html.json', 'payload'],
  ['own-markdown.json', 'payload'],
  ['markdown.json', 'payload'],
  ['own-link-policy.json', 'url'],
  ['own-sinks.json', 'probe'],
  ['own-text.json', 'text'],
  ['naughty-strings.json', 'payload'],
  ['xss-html.json', 'payload'],
];

/** A larger collection beside the repository, when it is there; joined to messages of at most `most` characters. */
export function collectedAttacks(most: number): string[] {
  const folder = fileURLToPath(new URL('../../../../shared/data/security/', import.meta.url));
  const texts = FILES.flatMap(([name, field]) => {
    if (!existsSync(folder + name)) return [];
    const rows = JSON.parse(readFileSync(folder + name, 'utf8')) as readonly Readonly<Record<string, unknown>>[];
    // Of the long collections a sample is enough for a browser; parsers are tested with all of them.
    const step = Math.ceil(rows.length / 300);
    return rows.filter((_, place) => place % step === 0).map(row => String(row[field] ?? '').trim());
  });
  const messages: string[] = [];
  let current = '';
  for (const text of texts.filter(one => one !== '' && one.length < most)) {
    if (current.length + text.length + 2 > most) {
      messages.push(current);
      current = '';
    }
    current = current === '' ? text : `${current}\n\n${text}`;
  }
  return current === '' ? messages : [...messages, current];
}
