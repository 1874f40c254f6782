import type { IdentityGrant } from '@handrail/protocol';
import { backoff } from '../backoff.js';
import type { ConversationPart, ConversationPartOptions } from '../conversationPart.js';
import { HandrailError } from '../errors.js';
import { dropFileBox } from '../files/dropFileBox.js';
import type { Lazily } from '../lazily.js';
import { createIdentityApi } from './identityApi.js';
import { inTurn } from './inTurn.js';
import { createKept, type KeptIdentity, tokenIn } from './keptIdentity.js';
import { type IdentifyOptions, type Person, readPerson, type TokenReason } from './person.js';
import type { Visitor } from './readVisitor.js';
import { createRun, type Run } from './run.js';

/** What the identity part shares with the client it belongs to. */
export interface IdentityPartOptions
  extends Pick<
    ConversationPartOptions,
    'environment' | 'resolved' | 'prefix' | 'newId' | 'stores' | 'tell' | 'failed'
  > {
  readonly part: Lazily<ConversationPart>;
  /** Forgets the visitor in this page's memory; what is stored may be somebody else's already. */
  readonly forgetHere: () => void;
  /** Forgets the visitor here and on the server. */
  readonly signOut: () => Promise<void>;
  /** The newest `logout()`. */
  readonly leaving: () => Promise<void>;
}

/** People the site vouches for; its code is fetched when the page names one. */
export interface IdentityPart {
  /**
   * @param before the newest `logout()` when it was called; a later one wins
   */
  identify(person: Person, options: IdentifyOptions, before: Promise<void>): Promise<void>;
  /** Ends on the server what this browser kept of a visitor, and removes waiting files. */
  revoke(kept: string): Promise<void>;
  stop(): void;
}

/** Keeps somebody signed in: a token of the site's backend becomes a session, and another one before that ends. */
export function createIdentityPart(parts: IdentityPartOptions): IdentityPart {
  const { environment, resolved, prefix, stores, tell } = parts;
  const { storage, now } = environment;
  const { server, site } = resolved;
  const kept = createKept(storage, prefix, now, parts.newId);
  const api = createIdentityApi(environment, server ?? '', site, parts.failed);
  const tab = inTurn(environment.tabs, `${prefix}identity`);
  let run: Run | null = null;
  let timer: unknown;
  /** Who was named last, and what has to happen before they are taken in. */
  let named: string | null = null;
  let turns: Promise<void> = Promise.resolve();

  const isMine = (mine: Run) => run === mine;
  const canRefresh = ({ refresh, refreshEnds }: KeptIdentity) => refresh !== '' && refreshEnds > now();

  function show({ id, attributes }: Run, state: 'checking' | 'verified' | 'failed') {
    stores.$identity.set({ id, state, attributes, signed: kept.identity()?.signed ?? [] });
  }

  /** Nobody is kept signed in any more. */
  function drop() {
    environment.clearTimeout(timer);
    run?.reject(new HandrailError('destroyed', 'Signed out, or somebody else was named meanwhile.'));
    run = null;
  }

  function plan(mine: Run, at: number) {
    environment.clearTimeout(timer);
    timer = environment.setTimeout(() => work(mine, reasonNow()), Math.max(0, at - now()));
  }

  const reasonNow = (): TokenReason => {
    const known = kept.identity();
    if (!known) return 'identify';
    return known.ends > now() ? 'expiring' : 'expired';
  };

  function work(mine: Run, reason: TokenReason) {
    if (!isMine(mine)) return;
    environment.clearTimeout(timer);
    if (mine.isWorking) {
      mine.next = reason;
      return;
    }
    mine.isWorking = true;
    void renew(mine, reason)
      .then(
        () => done(mine),
        (error: unknown) => undone(mine, error),
      )
      .then(() => {
        mine.isWorking = false;
        const { next } = mine;
        mine.next = null;
        if (next) work(mine, next);
      });
  }

  async function renew(mine: Run, reason: TokenReason): Promise<void> {
    const known = kept.identity();
    // Another tab was faster.
    if (reason === 'expiring' && known && known.id === mine.id && known.due > now()) return;
    if (!mine.getToken) return tab(() => refresh(mine));
    const token: unknown = await mine.getToken({ reason });
    if (typeof token !== 'string' || token === '') {
      throw new HandrailError('bad_request', `getToken: expected a token as text, got ${typeof token}.`, {
        retryable: true,
      });
    }
    await tab(() => exchange(mine, token));
  }

  async function exchange(mine: Run, token: string) {
    if (!isMine(mine)) return;
    const ask = (before: Visitor | null) =>
      api.exchange({ token, id: mine.id, ...(before ? { current: before.token } : {}) });
    let before = kept.visitor();
    let grant = await ask(before);
    const made = kept.visitor();
    // A first message was sent meanwhile, and its visitor made: what they began comes along too.
    if (isMine(mine) && made && !before && !kept.identity()) {
      void api.revoke(grant.token);
      before = made;
      grant = await ask(made);
    }
    take(mine, grant, before);
  }

  async function refresh(mine: Run) {
    const known = kept.identity();
    if (!isMine(mine) || !known || known.id !== mine.id) return;
    if (known.due > now()) return;
    if (!canRefresh(known)) throw new HandrailError('token_expired', undefined, { retryable: false });
    const grant = await api.refresh(known.refresh).catch((error: HandrailError) => {
      if (!error.retryable) kept.spend();
      throw error;
    });
    take(mine, grant, kept.visitor());
  }

  function take(mine: Run, grant: IdentityGrant, before: Visitor | null) {
    if (!isMine(mine)) return void api.revoke(grant.token);
    kept.put(mine.id, grant, before);
    if (before?.visitor === grant.visitor) return void tellLine();
    dropEnded();
    const { $unsent, $connection } = stores;
    const isWanted = grant.open > 0 || $unsent.get().length > 0 || $connection.get().state === 'closed';
    if (isWanted) void parts.part().then(part => part.connect(), parts.failed);
  }

  const tellLine = async () => (await parts.part.begun())?.renewed();

  /** What ended before the sign-in did not come along: it is no conversation of this person. */
  function dropEnded() {
    const { $threads, $current } = stores;
    const open = [...$threads.get()].filter(([, { record }]) => record?.status !== 'closed');
    $threads.set(new Map(open));
    if (!$threads.get().has($current.get() ?? '')) $current.set(null);
  }

  function done(mine: Run) {
    const known = kept.identity();
    if (!isMine(mine) || !known) return;
    Object.assign(mine, { attempt: 0, refusals: 0, isTold: false });
    show(mine, 'verified');
    mine.resolve();
    plan(mine, known.due);
  }

  async function undone(mine: Run, error: unknown) {
    if (!isMine(mine)) return;
    const told = parts.failed(error);
    const { retryable, retryAfter = 0 } = told;
    if (retryable) await tab(() => refresh(mine)).catch(() => {});
    if (!isMine(mine)) return;
    tellEnd(mine);
    if (!retryable && (mine.getToken === null || ++mine.refusals > 1)) return giveUp(mine, told);
    if (!retryable) {
      mine.next ??= 'refused';
      return;
    }
    const [chance = 0] = environment.random(new Uint8Array(1));
    plan(mine, now() + Math.max(retryAfter * 1000, backoff(mine.attempt++, chance / 256)));
  }

  /** The session ran out before there was another. */
  function tellEnd(mine: Run) {
    const known = kept.identity();
    if (mine.isTold || !known || known.ends > now()) return;
    mine.isTold = true;
    show(mine, 'checking');
    tell('token:expired', { id: mine.id });
  }

  function giveUp(mine: Run, error: unknown) {
    // A page that names the person again, with a way to prove it, goes on.
    if (mine.next) return;
    mine.reject(error);
    run = null;
    show(mine, 'failed');
  }

  /** Takes up a sign-in of an earlier page or another tab. */
  function resume() {
    const known = kept.identity();
    if (!known || server === null) return;
    const mine = createRun(known.id, [], null);
    run = mine;
    show(mine, known.ends > now() ? 'verified' : 'checking');
    if (canRefresh(known)) plan(mine, known.due);
    else tellEnd(mine);
  }

  /** Another tab renewed the session, signed out, or signed somebody else in. */
  function hear(key: string | null, value?: string | null) {
    if (key !== null && key !== kept.key) return;
    const known = kept.identity();
    if (run && known?.id === run.id && value !== null) {
      if (known.due > now()) done(run);
      return void tellLine();
    }
    if (run) parts.forgetHere();
    resume();
  }

  /** The server does not know this browser's sign-in any more. */
  function lost() {
    const connection = stores.$connection.get();
    if (!run || connection.state !== 'closed' || connection.code !== 'unauthenticated') return;
    if (kept.identity() && run.getToken) work(run, 'expired');
    else parts.forgetHere();
  }

  const stops = [
    stores.$identity.listen((state, before) => {
      if (state?.id !== before?.id || state?.state !== before?.state) tell('identity', state);
      if (!state) drop();
    }),
    stores.$connection.listen(lost),
    environment.onWake(() => {
      const known = kept.identity();
      if (!run || run.isWorking || !known || known.due > now()) return;
      if (run.getToken || canRefresh(known)) work(run, reasonNow());
    }),
    storage.listen?.(hear) ?? (() => {}),
  ];
  resume();

  return {
    async identify(person, options, before) {
      const mine = await name(person, options, before).catch((error: unknown) => {
        throw parts.failed(error);
      });
      await mine.settled;
    },
    async revoke(text) {
      dropFileBox(`${prefix}files`);
      const token = tokenIn(text);
      if (token) await api.revoke(token);
    },
    stop() {
      environment.clearTimeout(timer);
      run = null;
      for (const stop of stops) stop();
    },
  };

  async function name(person: Person, options: IdentifyOptions, before: Promise<void>): Promise<Run> {
    if (server === null) throw new HandrailError('offline', 'There is no server in static mode.');
    const { id, attributes, getToken } = readPerson(person, options);
    named = id;
    const turn = turns.then(() => makeRoom(id, before));
    turns = turn.catch(() => {});
    await turn;
    if (named !== id || before !== parts.leaving()) {
      throw new HandrailError('destroyed', 'Signed out, or somebody else was named meanwhile.');
    }
    const known = run;
    if (known?.getToken) {
      Object.assign(known, { attributes, getToken });
      show(known, stores.$identity.get()?.state ?? 'checking');
      return known;
    }
    const mine = known ?? createRun(id, attributes, getToken);
    Object.assign(mine, { attributes, getToken });
    run = mine;
    show(mine, (known && stores.$identity.get()?.state) ?? 'checking');
    work(mine, 'identify');
    return mine;
  }

  /** Somebody else was signed in here: nothing of theirs is left when the next one comes. */
  async function makeRoom(id: string, before: Promise<void>) {
    await before;
    const known = run?.id ?? kept.identity()?.id;
    if (known !== undefined && known !== id && named === id) await parts.signOut();
  }
}
