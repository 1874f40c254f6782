import type { ClientFrameKind, EnteredKind } from '@handrail/protocol';
import type { Actor } from './who.js';

/** Routes that are decided on here; each HTTP route names one. */
export const ROUTES = [
  'health',
  'site',
  'knowledge',
  'availability',
  'visitors',
  'sign-in',
  'identity',
  'realtime',
  'inbox',
  'docs',
  'metrics',
  'files',
  'outcomes',
  'report',
  'actions',
] as const;

/** What can be done with files: send one, read one that a message or a note brought. */
export const FILE_ACTIONS = ['send', 'readOfMessage', 'readOfNote'] as const;

/**
 * Something one can try to do: send a frame, write a kind of event (as oneself or as the page's bot), use a file or a
 * route.
 */
export type Action =
  | `frame:${ClientFrameKind}`
  | `send:${EnteredKind}`
  | `bot:${EnteredKind}`
  | `file:${(typeof FILE_ACTIONS)[number]}`
  | 'report:read'
  | `route:${(typeof ROUTES)[number]}`;

/** What it is done to: a site, or a visitor's conversation in it. */
export interface AccessObject {
  readonly site: string;
  /** Whose conversation it is; absent for what belongs to the whole site. */
  readonly visitor?: string;
}

/** How an actor stands to an object; the columns of the table. */
export const RELATIONS = ['anonymous', 'own', 'foreign', 'agent', 'admin', 'elsewhere', 'server'] as const;
export type Relation = (typeof RELATIONS)[number];

/** Whether this actor may do this to this object. The only place where that is decided. */
export type Can = (actor: Actor, action: Action, object: AccessObject) => boolean;

const everybody: readonly Relation[] = RELATIONS;
const members: readonly Relation[] = ['own', 'agent', 'admin'];
const visitor: readonly Relation[] = ['own'];
const agents: readonly Relation[] = ['agent', 'admin'];
const server: readonly Relation[] = ['server'];
const admins: readonly Relation[] = ['admin'];
const nobody: readonly Relation[] = [];

/** Who may do what. `Record` makes a missing row a type error; a test counts them again. */
export const ACCESS: Readonly<Record<Action, readonly Relation[]>> = {
  'frame:hello': members,
  'frame:send': members,
  'frame:fetch': members,
  'frame:marks': members,
  'frame:typing': members,
  'frame:presence': agents,
  'frame:ping': members,
  'frame:token': members,
  'send:started': visitor,
  'send:message': members,
  'send:note': agents,
  // Their own messages only: the rules of the log look at who wrote it.
  'send:edited': agents,
  'send:deleted': agents,
  'send:owner': [...members, ...server],
  'send:vote': visitor,
  'send:form': visitor,
  'send:survey': visitor,
  // Of agents the log takes tags only; see `admit`.
  'send:context': members,
  'send:closed': [...members, ...server],
  'send:reopened': members,
  'send:notice': server,
  'bot:started': nobody,
  'bot:message': visitor,
  'bot:note': nobody,
  'bot:edited': nobody,
  'bot:deleted': nobody,
  'bot:owner': visitor,
  'bot:vote': nobody,
  'bot:form': nobody,
  'bot:survey': nobody,
  'bot:context': nobody,
  'bot:closed': visitor,
  'bot:reopened': nobody,
  'bot:notice': nobody,
  'file:send': members,
  'file:readOfMessage': members,
  'file:readOfNote': agents,
  'report:read': admins,
  'route:health': everybody,
  'route:site': everybody,
  'route:knowledge': everybody,
  'route:availability': everybody,
  'route:visitors': everybody,
  'route:sign-in': everybody,
  // The route itself asks for a signed token, or for one it handed out.
  'route:identity': everybody,
  'route:realtime': everybody,
  'route:inbox': everybody,
  'route:docs': everybody,
  // The route itself asks for the sender's token, or for a signature.
  'route:files': everybody,
  // The route itself asks who calls, where an action needs to know.
  'route:actions': everybody,
  // The route itself asks for the token of the settings.
  'route:metrics': everybody,
  'route:outcomes': everybody,
  // The route itself asks for an agent's token, and then for `report:read`.
  'route:report': everybody,
};

/** The decision; see `ACCESS`. */
export const can: Can = (actor, action, object) => ACCESS[action].includes(relationOf(actor, object));

/** The column of the table an actor stands in. */
export function relationOf(actor: Actor, object: AccessObject): Relation {
  if (actor.kind === 'anonymous') return 'anonymous';
  if (actor.kind === 'system') return actor.site === object.site ? 'server' : 'elsewhere';
  if (actor.kind === 'agent') return actor.site === object.site ? actor.role : 'elsewhere';
  const own = actor.site === object.site && (object.visitor === undefined || object.visitor === actor.id);
  return own ? 'own' : 'foreign';
}
