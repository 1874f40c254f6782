import type { Attribute } from '@handrail/protocol';

/** A person who answers, as the settings name them. */
export interface AgentConfig {
  /** Stable; it stands in the log. */
  readonly id: string;
  /** What customers see. */
  readonly name: string;
  readonly role: 'agent' | 'admin';
  readonly site: string;
  /** Conversations they answer at once; with so many they count as busy. Default 10. */
  readonly capacity?: number;
  /** Ids of the site's teams they are in. Default: none. */
  readonly teams?: readonly string[];
}

/** A visitor who showed a valid token. */
export interface VisitorActor {
  readonly kind: 'visitor';
  readonly id: string;
  readonly site: string;
  /** The sign-in the token came from; anonymous visitors have none. */
  readonly family?: string;
  /** What the site's backend signed about them. */
  readonly attributes?: readonly Attribute[];
}

/** An agent who showed a valid token. */
export interface AgentActor {
  readonly kind: 'agent';
  readonly id: string;
  readonly site: string;
  readonly name: string;
  readonly role: 'agent' | 'admin';
}

/** The server itself, acting by its clock for one site. */
export interface SystemActor {
  readonly kind: 'system';
  readonly site: string;
}

/** Whoever asks for something. */
export type Actor = { readonly kind: 'anonymous' } | VisitorActor | AgentActor | SystemActor;
