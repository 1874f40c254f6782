import type { ResponseLike } from '../src/environment.js';

/** The routes of identities inside the process, for `environment.fetch`. A token is `<sub>` or `<sub>|<anything>`. */
export function identityServer(now: () => number) {
  const requests: { readonly path: string; readonly body: Record<string, string> }[] = [];
  const revoked: string[] = [];
  const refreshes = new Map<string, string>();
  const state = {
    /** Code the next exchange is refused with. */
    refusal: null as string | null,
    /** No request arrives. */
    offline: false,
    open: 0,
    /** Answers wait until it is called. */
    gate: null as Promise<void> | null,
    made: 0,
  };

  const answer = (status: number, body: unknown): ResponseLike => ({
    ok: status < 300,
    status,
    headers: { get: () => null },
    json: async () => body,
    arrayBuffer: async () => new ArrayBuffer(0),
  });
  const refuse = (code: string, status = 401) => answer(status, { error: { code, message: `It is ${code}.` } });

  function grant(sub: string) {
    const n = ++state.made;
    refreshes.set(`refresh-${n}`, sub);
    return answer(200, {
      visitor: `person-${sub}`,
      token: `session-${n}`,
      expiresIn: 900_000,
      refresh: `refresh-${n}`,
      refreshExpiresIn: 3_600_000,
      attributes: [{ name: 'id', value: sub, verified: true }],
      open: state.open,
    });
  }

  async function fetch(url: string, init?: { body?: string }): Promise<ResponseLike> {
    const path = url.replace('https://help.example/api/v1', '');
    const body = JSON.parse(init?.body ?? '{}') as Record<string, string>;
    requests.push({ path, body });
    await state.gate;
    if (state.offline) throw new TypeError('network error');
    if (path === '/visitors') return answer(201, { visitor: 'v1', token: 'anonymous-token-1' });
    if (path === '/identity/revoke') {
      revoked.push(body.token ?? '');
      return answer(204, null);
    }
    if (path === '/identity/refresh') {
      const sub = refreshes.get(body.refresh ?? '');
      refreshes.delete(body.refresh ?? '');
      return sub === undefined ? refuse('unauthenticated') : grant(sub);
    }
    if (path !== '/identity') return refuse('not_found', 404);
    const { refusal } = state;
    state.refusal = null;
    const [sub = ''] = (body.token ?? '').split('|');
    if (refusal) return refuse(refusal);
    return sub === body.id ? grant(sub) : refuse('bad_identity');
  }

  return { state, fetch, requests, revoked, now, paths: () => requests.map(({ path }) => path) };
}
