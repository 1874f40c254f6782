import type { Tree } from '@handrail/content';
import type { FileItem } from '@handrail/core';
import type { AgentStores } from '@handrail/core/agent';
import type { Contact, OwnerReason, Source, Vote, VoteReason } from '@handrail/protocol';

/** Something written and not in the log yet. */
export type Unsent = ReturnType<AgentStores['$unsent']['get']>[number];

/** How far something an agent wrote has got. */
export type Delivery = 'waiting' | 'sending' | 'refused' | 'sent' | 'delivered' | 'read';

/** What was said, by a person. */
export interface SpokenLine {
  readonly kind: 'message' | 'note';
  readonly id: string;
  readonly at: number;
  readonly from: 'visitor' | 'agent';
  readonly by: string;
  readonly name?: string;
  readonly text: string;
  readonly tree?: Tree;
  readonly files?: readonly FileItem[];
  /** When it was worded anew last. */
  readonly edited?: number;
  /** When it was taken back; nothing of it is left. */
  readonly deleted?: number;
  readonly delivery: Delivery;
  readonly problem?: { readonly code: string; readonly message: string };
}

/** One turn while the bot held the conversation. */
export interface BotLine {
  readonly id: string;
  readonly at: number;
  readonly by: 'visitor' | 'bot';
  readonly text: string;
  readonly tree?: Tree;
  readonly source?: Source;
  readonly missed?: boolean;
  readonly vote?: Vote;
  readonly reasons?: readonly VoteReason[];
  readonly remark?: string;
}

/** Something that happened between messages. */
export interface Notice {
  readonly id: string;
  readonly at: number;
  readonly what:
    | 'queued'
    | 'handedOver'
    | 'joined'
    | 'leftQueue'
    | 'returned'
    | 'closed'
    | 'wasIdle'
    | 'reopened'
    | 'rated'
    | 'askedLongWait'
    | 'toldStillHere'
    | 'askedStillThere';
  readonly reason?: OwnerReason;
  readonly agent?: { readonly id: string; readonly name: string };
  readonly name?: string;
  readonly score?: number;
}

/** One line of a conversation as agents see it. */
export type Line =
  | SpokenLine
  | { readonly kind: 'bot'; readonly id: string; readonly at: number; readonly turns: readonly BotLine[] }
  | { readonly kind: 'notices'; readonly id: string; readonly at: number; readonly notices: readonly Notice[] }
  | { readonly kind: 'form'; readonly id: string; readonly at: number; readonly contact: Contact }
  | { readonly kind: 'day'; readonly id: string; readonly at: number };
