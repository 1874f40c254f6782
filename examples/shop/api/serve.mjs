import { startShopApi } from './shopApi.mjs';

/** Both stand in `handrail.json` too. A real shop's secret stands in neither file; see "Actions" in the docs. */
const PORT = 4401;
const TOKEN = 'only-for-the-demo';

await startShopApi({ port: PORT, token: TOKEN }).catch(error => {
  process.stderr.write(`The demo shop's own API cannot start (${error.message}): the bot will not find orders.\n`);
});
