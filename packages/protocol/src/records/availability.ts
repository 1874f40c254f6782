import Type, { type Static } from 'typebox';
import { closed, oneOf, Short, Time } from './atoms.js';

/**
 * Whether a person can come, and when. `online`: someone is here. `away`: open hours, nobody here. `closed`: outside
 * hours. A wait is only given when enough conversations were accepted lately to know it.
 */
export const AvailabilitySchema = closed({
  state: oneOf('online', 'away', 'closed'),
  /** Next opening; only while `closed`. */
  nextOpenAt: Type.Optional(Time),
  /** Wait in minutes, lower and upper quartile of the last accepted conversations. */
  wait: Type.Optional(closed({ min: Type.Integer(), max: Type.Integer() })),
  /** Usual time until a left message is answered, in hours; the site's own promise. */
  replyHours: Type.Optional(Type.Number()),
  /** Who is here, by the name customers may see; at most three. */
  agents: Type.Optional(Type.Array(closed({ id: Short, name: Short }), { maxItems: 3 })),
});
export type Availability = Static<typeof AvailabilitySchema>;
