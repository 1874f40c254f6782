import { measureSizes } from './packages/dev/src/measureSizes.mjs';

export default measureSizes()
  .filter(row => row.limit)
  .map(({ name, files, limit }) => ({
    name,
    path: files.map(file => `packages/widget/dist/w/${file}`),
    limit: `${limit} B`,
    brotli: true,
  }));
