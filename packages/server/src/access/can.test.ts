import { BODIES, CLIENT_FRAMES, SERVER_BODIES } from '@handrail/protocol/schema';
import { expect, test } from 'vitest';
import { ACCESS, type Action, can, FILE_ACTIONS, RELATIONS, type Relation, ROUTES } from './can.js';
import type { Actor } from './who.js';

const actions = [
  ...Object.keys(CLIENT_FRAMES).map(kind => `frame:${kind}`),
  ...Object.keys({ ...BODIES, ...SERVER_BODIES }).flatMap(kind => [`send:${kind}`, `bot:${kind}`]),
  ...FILE_ACTIONS.map(action => `file:${action}`),
  'report:read',
  ...ROUTES.map(route => `route:${route}`),
] as Action[];

const object = { site: 'shop', visitor: 'v1' };
const agent = { kind: 'agent', id: 'maya', name: 'Maya' } as const;
const actors: Record<Relation, Actor[]> = {
  anonymous: [{ kind: 'anonymous' }],
  own: [{ kind: 'visitor', id: 'v1', site: 'shop' }],
  foreign: [
    { kind: 'visitor', id: 'v2', site: 'shop' },
    { kind: 'visitor', id: 'v1', site: 'other' },
  ],
  agent: [{ ...agent, role: 'agent', site: 'shop' }],
  admin: [{ ...agent, role: 'admin', site: 'shop' }],
  elsewhere: [
    { ...agent, role: 'agent', site: 'other' },
    { ...agent, role: 'admin', site: 'other' },
    { kind: 'system', site: 'other' },
  ],
  server: [{ kind: 'system', site: 'shop' }],
};

test('every frame, kind of event and route has a row, and no row is left over', () => {
  expect(Object.keys(ACCESS).sort()).toEqual([...actions].sort());
});

test.each(actions)('%s is decided for every role by its row', action => {
  for (const relation of RELATIONS) {
    for (const actor of actors[relation]) expect(can(actor, action, object)).toBe(ACCESS[action].includes(relation));
  }
});

test('the table', () => {
  const rows = actions.map(action => {
    const marks = RELATIONS.map(relation => (actors[relation].every(actor => can(actor, action, object)) ? 'x' : '.'));
    return `${action.padEnd(18)} ${marks.join(' ')}`;
  });
  expect(`\n${rows.join('\n')}\n`).toMatchInlineSnapshot(`
    "
    frame:hello        . x . x x . .
    frame:send         . x . x x . .
    frame:fetch        . x . x x . .
    frame:marks        . x . x x . .
    frame:typing       . x . x x . .
    frame:presence     . . . x x . .
    frame:ping         . x . x x . .
    frame:token        . x . x x . .
    send:started       . x . . . . .
    bot:started        . . . . . . .
    send:message       . x . x x . .
    bot:message        . x . . . . .
    send:note          . . . x x . .
    bot:note           . . . . . . .
    send:owner         . x . x x . x
    bot:owner          . x . . . . .
    send:edited        . . . x x . .
    bot:edited         . . . . . . .
    send:deleted       . . . x x . .
    bot:deleted        . . . . . . .
    send:vote          . x . . . . .
    bot:vote           . . . . . . .
    send:form          . x . . . . .
    bot:form           . . . . . . .
    send:survey        . x . . . . .
    bot:survey         . . . . . . .
    send:context       . x . x x . .
    bot:context        . . . . . . .
    send:closed        . x . x x . x
    bot:closed         . x . . . . .
    send:reopened      . x . x x . .
    bot:reopened       . . . . . . .
    send:notice        . . . . . . x
    bot:notice         . . . . . . .
    file:send          . x . x x . .
    file:readOfMessage . x . x x . .
    file:readOfNote    . . . x x . .
    report:read        . . . . x . .
    route:health       x x x x x x x
    route:site         x x x x x x x
    route:knowledge    x x x x x x x
    route:availability x x x x x x x
    route:visitors     x x x x x x x
    route:sign-in      x x x x x x x
    route:identity     x x x x x x x
    route:realtime     x x x x x x x
    route:inbox        x x x x x x x
    route:docs         x x x x x x x
    route:metrics      x x x x x x x
    route:files        x x x x x x x
    route:outcomes     x x x x x x x
    route:report       x x x x x x x
    route:actions      x x x x x x x
    "
  `);
});

test('what belongs to the whole site is a member’s own', () => {
  expect(can({ kind: 'visitor', id: 'v1', site: 'shop' }, 'send:started', { site: 'shop' })).toBe(true);
  expect(can({ kind: 'visitor', id: 'v1', site: 'shop' }, 'send:started', { site: 'other' })).toBe(false);
});
