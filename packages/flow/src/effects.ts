import type { Tree } from '@handrail/content';
import type { Availability } from './inputs.js';
import type { ContactReason, PersonReason } from './reasons.js';
import type { FlowValue } from './schema.js';

/** A button. With `article` it stands for that article. */
export interface ChoiceItem {
  readonly value: string;
  readonly label: string;
  readonly article?: string;
}

/** A field of a form, with its texts in the conversation's locale. */
export interface FieldItem {
  readonly name: string;
  readonly label: string;
  readonly input: 'text' | 'email' | 'number' | 'date' | 'choices';
  readonly required: boolean;
  readonly choices?: readonly ChoiceItem[];
}

/** A picture of a card. `src` is https; `width` and `height` in CSS pixels, so that its place is known before it is there. */
export interface PictureItem {
  readonly src: string;
  /** What it shows; empty when it says nothing of its own. */
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

/** A button of a card: leads to an address that may be linked to, or is a choice of the flow. */
export type ButtonItem =
  | { readonly label: string; readonly href: string }
  | {
      readonly label: string;
      /** What the flow gets: the value of the `choice` input. */
      readonly value: string;
      /** What the customer says with it: card and button, since buttons of several cards often read alike. */
      readonly says: string;
    };

/** Something to look at, with its texts in the conversation's locale. */
export interface CardItem {
  readonly title: string;
  /** Plain text, one paragraph. */
  readonly text?: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly picture?: PictureItem;
  /** Where it leads; the address may be linked to. */
  readonly link?: { readonly label: string; readonly href: string };
  /** Of cards among others. */
  readonly buttons?: readonly ButtonItem[];
}

/** Several cards: below each other, or beside each other in a row that is scrolled. At least one. */
export interface CardsItem {
  readonly layout: 'list' | 'carousel';
  readonly items: readonly CardItem[];
}

/** Customer satisfaction, customer effort (CES 2.0), net promoter score. */
export type SurveyKind = 'csat' | 'ces' | 'nps';

/** A scale of whole scores, both ends included, with the words beside its ends. */
export interface ScaleItem {
  readonly survey: SurveyKind;
  readonly from: number;
  readonly to: number;
  readonly least?: string;
  readonly most?: string;
}

/** What the runner does, in order. `match`, `write`, `action` and `handoff` are answered by an input; the others are shown. */
export type FlowEffect =
  /** A message of the bot. `tree` is in the conversation's locale with the variables filled in; `vars` are those. */
  | {
      readonly type: 'say';
      readonly key: string;
      readonly tree: Tree;
      readonly vars: Readonly<Record<string, FlowValue>>;
      /** Shown below the text. A screen without cards draws `cardBlocks` of it. */
      readonly card?: CardItem;
      /** Shown below the text; choices on them are answered by `choice`. `sayText` has them in words. */
      readonly cards?: CardsItem;
    }
  /** Ask the matcher; answer with `matches`, or `error` after the timeout. */
  | { readonly type: 'match'; readonly text: string }
  /** Show a short answer from this section, with "Did this help?". */
  | {
      readonly type: 'answer';
      readonly article: string;
      readonly section?: string;
      readonly probability: number;
    }
  /** Have an answer to the text written from these sections, best first; answer with `written`. */
  | {
      readonly type: 'write';
      readonly text: string;
      readonly passages: readonly { readonly article: string; readonly section?: string }[];
    }
  /** Buttons; `none` adds "None of these", answered by {@link NONE}. */
  | { readonly type: 'choices'; readonly items: readonly ChoiceItem[]; readonly none?: boolean }
  /** Show search results for the query. */
  | { readonly type: 'search'; readonly query: string }
  /** Ask whether a person should come. `because` names what was noticed; `availability` is the last one known. */
  | {
      readonly type: 'offer';
      readonly reason: PersonReason;
      readonly because?: readonly string[];
      readonly availability?: Availability;
    }
  /** Hand the conversation over; answer with `availability`, or `error`. */
  | {
      readonly type: 'handoff';
      readonly reason: PersonReason;
      readonly because?: readonly string[];
      readonly team?: string;
    }
  /** Nobody can come: open the contact form, prefilled with what was said. */
  | { readonly type: 'contact'; readonly reason: ContactReason }
  /** The question counts as resolved, by the formulas of the insights. */
  | { readonly type: 'resolved'; readonly how: 'confirmed' | 'assumed' }
  | ({ readonly type: 'survey' } & ScaleItem)
  /** The survey was answered. */
  | { readonly type: 'surveyed'; readonly survey: SurveyKind; readonly score: number }
  /** Let the customer send files; answer with `files`, or with `error` where none can be sent. */
  | { readonly type: 'files' }
  /** Run a server action or a page tool; answer with `result`, or `error`. */
  | {
      readonly type: 'action';
      readonly step: string;
      readonly name: string;
      readonly input: Readonly<Record<string, FlowValue>>;
      /** The customer said yes to it. */
      readonly confirmed: boolean;
    }
  | { readonly type: 'form'; readonly step: string; readonly fields: readonly FieldItem[] }
  /** The bot's part is over; a new message begins anew. */
  | { readonly type: 'end' };
