import type { HandrailServer } from '../src/createServer.js';
import { newId } from './client.js';

/** What is announced of a file, where it differs from what it is. */
export interface Sent {
  readonly id?: string;
  readonly name?: string;
  readonly size?: number;
}

/** Requests as a client sends them. */
export function filesOf(server: HandrailServer, token: string, site = 'shop') {
  const ask = async (method: string, path: string, headers: Record<string, string> = {}, body?: Buffer) => {
    const init = {
      method,
      headers: { authorization: `Bearer ${token}`, ...headers },
      ...(body ? { body: new Uint8Array(body) } : {}),
    };
    const response = await fetch(`${server.address}/api/v1/files${path}?site=${site}`, init);
    const text = await response.text();
    const { error, ...rest } = text === '' ? ({} as Record<string, never>) : JSON.parse(text);
    return { status: response.status, headers: response.headers, error, ...rest };
  };
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const api = {
    announce: (bytes: Buffer, { id = newId(), name = 'a.png', size = bytes.length }: Sent = {}) =>
      ask('POST', '', {
        'upload-length': String(size),
        'upload-metadata': `id ${base64(id)},name ${base64(name)}`,
      }).then(answer => ({ ...answer, id })),
    put: (id: string, bytes: Buffer, offset = 0) =>
      ask(
        'PATCH',
        `/${id}`,
        { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) },
        bytes,
      ),
    progress: (id: string) => ask('HEAD', `/${id}`),
    cancel: (id: string) => ask('DELETE', `/${id}`),
    link: (id: string) => ask('GET', `/${id}/link`),
    async send(bytes: Buffer, sent: Sent = {}) {
      const { id } = await api.announce(bytes, sent);
      const put = await api.put(id, bytes);
      return { id, status: put.status, error: put.error };
    },
  };
  return api;
}
