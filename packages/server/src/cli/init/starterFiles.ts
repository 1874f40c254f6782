/** Id of the site; a part of the script's address. */
export const SITE = 'shop';

const settings = {
  pages: './site',
  sites: [
    {
      id: SITE,
      widget: { name: 'My shop', locales: ['en'] },
      origins: ['http://localhost:3000', 'http://localhost:5173'],
      knowledge: './help',
    },
  ],
  agents: [{ id: 'ana', name: 'Ana', role: 'admin' }],
};

const refunds = `# Refunds

Send it back within 30 days and you get your money back.

## How to send it back

Put it into its box, with the label that came with it, and bring it to any post office.

## When the money is there

Five days after the parcel has reached us.
`;

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>My shop</title>
    <script async src="/w/${SITE}.js"></script>
  </head>
  <body>
    <h1>My shop</h1>
    <p>Press the round button and search for "money", or ask for a person.</p>
  </body>
</html>
`;

/** What a first server needs, by path: settings, one article, one page with the widget. */
export const starterFiles: ReadonlyMap<string, string> = new Map([
  ['handrail.json', `${JSON.stringify(settings, null, 2)}\n`],
  ['help/refunds.md', refunds],
  ['site/index.html', page],
]);
