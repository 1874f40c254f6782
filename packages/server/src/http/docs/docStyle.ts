/** The sheet of `/docs/`. */
export const DOC_STYLE = `
:root { color-scheme: light dark;
  --surface: light-dark(#fff, #191b19); --sunken: light-dark(#f6f5f2, #222522); --line: light-dark(#e5e3dd, #323631);
  --ink: light-dark(#1b1c19, #eeefea); --ink2: light-dark(#4b4d47, #c2c5bc); --ink3: light-dark(#65675f, #9ca096);
  --accent: light-dark(#14614e, #74cbae); --tint: light-dark(#e9f1ed, #1e332b);
  --warn: light-dark(#855400, #ebb856); --bad: light-dark(#b42318, #ff9c91) }
* { box-sizing: border-box }
html { scroll-padding-top: 24px; -webkit-text-size-adjust: 100% }
body { margin: 0; background: var(--surface); color: var(--ink); font: 16px/24px system-ui, sans-serif }
a { color: var(--accent); text-underline-offset: 3px }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px }
.skip { position: absolute; inset-inline-start: -999px }
.skip:focus { inset-inline-start: 20px; top: 12px; background: var(--surface); padding: 8px }
header { display: flex; align-items: center; justify-content: space-between; gap: 16px; padding: 16px 32px; border-block-end: 1px solid var(--line) }
.home { display: inline-flex; align-items: center; gap: 8px; color: var(--ink); font-weight: 600; text-decoration: none }
.home svg { color: var(--accent) }
.home span { color: var(--ink3); font-weight: 400 }
.columns { display: grid; grid-template-columns: 240px minmax(0, 720px) 200px; gap: 56px; justify-content: center; padding: 32px }
nav { font-size: 14px; line-height: 20px }
.all { grid-column: 1; grid-row: 1 }
main { grid-column: 2; grid-row: 1 }
.here { grid-column: 3; grid-row: 1 }
.all > :first-child { margin-block-start: 0 }
.to-pages { display: none; font-size: 14px; padding: 8px 0 }
nav h2 { margin: 20px 0 4px; padding-inline: 12px; font-size: 13px; line-height: 20px; font-weight: 600; color: var(--ink3) }
nav h2::first-letter { text-transform: uppercase }
nav ul { list-style: none; margin: 0; padding: 0 }
nav a { display: block; padding: 6px 12px; border-radius: 8px; color: var(--ink2); text-decoration: none; overflow-wrap: anywhere }
nav a:hover { background: var(--sunken) }
nav a[aria-current] { background: var(--tint); color: var(--accent); font-weight: 600 }
.here { position: sticky; top: 32px; align-self: start; border-inline-start: 2px solid var(--line) }
.here h2 { margin-block-start: 0 }
main { min-width: 0; overflow-wrap: break-word }
main:focus { outline: none }
h1, h2, h3, h4 { font-weight: 600; scroll-margin-top: 24px }
h1 { font-size: 32px; line-height: 40px; letter-spacing: -.02em; margin: 0 0 16px }
main h2 { font-size: 24px; line-height: 32px; letter-spacing: -.018em; margin: 40px 0 12px }
h3 { font-size: 20px; line-height: 28px; letter-spacing: -.012em; margin: 32px 0 8px }
h4 { font-size: 16px; line-height: 24px; margin: 24px 0 8px }
.anchor { color: inherit; text-decoration: none }
.anchor:hover { text-decoration: underline }
p, ul, ol, pre, blockquote, aside, .table { margin: 0 0 16px }
main li { margin-block: 4px }
main li > ul, main li > ol { margin-block-end: 4px }
code { font: 14px/20px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace }
:not(pre) > code { background: var(--sunken); padding: 2px 5px; border-radius: 4px; overflow-wrap: anywhere }
pre { background: var(--sunken); padding: 16px; border-radius: 12px; overflow-x: auto }
blockquote { padding-inline-start: 16px; border-inline-start: 2px solid var(--line); color: var(--ink2) }
aside { padding: 12px 16px; border-inline-start: 3px solid var(--accent); border-radius: 4px 12px 12px 4px; background: var(--sunken) }
aside .kind { margin: 0; font-weight: 600; color: var(--accent) }
aside.warning { border-color: var(--warn) } aside.warning .kind { color: var(--warn) }
aside.danger { border-color: var(--bad) } aside.danger .kind { color: var(--bad) }
aside > :last-child { margin-block-end: 0 }
.table { overflow-x: auto }
table { border-collapse: collapse; width: 100%; font-size: 14px; line-height: 20px }
th, td { text-align: start; vertical-align: top; padding: 8px 16px 8px 0; border-block-end: 1px solid var(--line) }
th { color: var(--ink2) }
.center { text-align: center } .end { text-align: end; font-variant-numeric: tabular-nums }
img { max-width: 100%; height: auto }
hr { border: 0; border-block-start: 1px solid var(--line); margin: 32px 0 }
footer { display: flex; justify-content: space-between; gap: 16px; margin-block-start: 56px; padding-block-start: 20px; border-block-start: 1px solid var(--line) }
footer a { display: grid; text-decoration: none; font-weight: 600 }
footer a:last-child { text-align: end }
footer small { font-size: 13px; line-height: 20px; font-weight: 400; color: var(--ink3) }
@media (max-width: 1180px) { .columns { grid-template-columns: 220px minmax(0, 720px); gap: 40px } .here { display: none } }
@media (max-width: 800px) { .columns { display: block; padding: 20px } header { padding: 16px 20px } .to-pages { display: block }
  .all { margin-block-start: 48px; padding-block-start: 20px; border-block-start: 1px solid var(--line) } .all a { padding-block: 12px } }
@media print { nav, header, footer { display: none } .columns { display: block } }
`.trimStart();
