// The shop's own API, as any shop has one: it knows nothing of Handrail. Its token never reaches a page.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const ORDERS = JSON.parse(readFileSync(new URL('./orders.json', import.meta.url), 'utf8'));

/**
 * Starts the API.
 * @param {{ port: number, token: string, host?: string }} options port 0 takes a free one
 * @returns {Promise<{ origin: string, stop: () => Promise<void> }>}
 */
export async function startShopApi({ port, token, host = '127.0.0.1' }) {
  /** Labels made, by number; one per order, however often it is asked for. */
  const labels = new Map();
  const server = createServer(async (request, response) => {
    const send = (status, body, type = 'application/json; charset=utf-8') =>
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
    const url = new URL(request.url ?? '/', origin());
    const label = /^\/labels\/(R-\d{6})\.svg$/.exec(url.pathname)?.[1];
    if (label)
      return labels.has(label) ? send(200, drawLabel(label, labels.get(label)), 'image/svg+xml') : send(404, '');
    if (request.headers.authorization !== `Bearer ${token}`) return send(401, '{"error":"token"}');
    const [, number, what = ''] = /^\/orders\/([^/]+)(?:\/(return-label))?$/.exec(url.pathname) ?? [];
    if (number === undefined) return send(404, '{"error":"address"}');
    const email = what === '' ? url.searchParams.get('email') : (await readJson(request)).email;
    const order = ORDERS.find(one => one.order === number.toUpperCase() && one.email === email?.toLowerCase());
    // The same answer for a wrong number and a wrong address: nobody finds out who ordered what.
    if (!order) return send(404, '{"error":"no such order"}');
    if (what === '' && request.method === 'GET') return send(200, JSON.stringify(order));
    if (what !== 'return-label' || request.method !== 'POST') return send(405, '{"error":"method"}');
    if (!order.returnable) return send(200, '{"made":false}');
    const id = `R-${order.order.slice(3)}`;
    labels.set(id, order);
    return send(201, JSON.stringify({ made: true, number: id, address: `${origin()}/labels/${id}.svg` }));
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const origin = () => `http://${host === '127.0.0.1' ? 'localhost' : host}:${server.address()?.port}`;
  return {
    origin: origin(),
    stop: () =>
      new Promise(resolve => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

async function readJson(request) {
  let text = '';
  for await (const part of request) text += part;
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}

function drawLabel(id, { order }) {
  const bars = [...`${id}${order}`].map((char, n) => {
    const width = 2 + (char.charCodeAt(0) % 4);
    return `<rect x="${30 + n * 20}" y="190" width="${width * 3}" height="70"/>`;
  });
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 420 300" font-family="sans-serif">',
    '<rect x="8" y="8" width="404" height="284" rx="8" fill="#fff" stroke="#000" stroke-width="2"/>',
    '<text x="30" y="52" font-size="22" font-weight="700">Return to Northwind Bikes</text>',
    '<text x="30" y="84" font-size="16">Returns desk, Hafenstrasse 12, 20457 Hamburg</text>',
    `<text x="30" y="126" font-size="16">Label ${id}</text><text x="30" y="150" font-size="16">Order ${order}</text>`,
    ...bars,
    '</svg>',
  ].join('');
}
