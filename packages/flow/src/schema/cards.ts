import Type, { type Static } from 'typebox';
import { closed, stepId, textKey, variable } from './values.js';

/** Cards of one step, and buttons of one card, at most: more is a page of its own. */
const MOST_CARDS = 10;
const MOST_BUTTONS = 3;
/** Pixels a picture may be wide or high. */
const MOST_PIXELS = 4096;

const pixels = (description: string) => Type.Integer({ minimum: 1, maximum: MOST_PIXELS, description });

const PictureSchema = closed({
  url: Type.Optional(Type.String({ minLength: 1, description: 'Its https address.' })),
  address: Type.Optional(
    variable('Variable with that address, instead of `url`. Without an https address the card has no picture.'),
  ),
  alt: textKey('What it shows, for who does not see it; stands in its place when it cannot be loaded.'),
  width: pixels('Its width in pixels. With the height it keeps its place before it is loaded.'),
  height: pixels('Its height in pixels.'),
});

/** What every card has. */
const content = {
  title: textKey('Head of the card.'),
  text: Type.Optional(textKey('A paragraph below the head. An empty one is left out.')),
  facts: Type.Optional(
    Type.Array(closed({ label: textKey('Name of the fact.'), value: textKey('What it is.') }), {
      minItems: 1,
      description: 'Lines of the card. One whose value is empty, because a variable has none, is left out.',
    }),
  ),
  picture: Type.Optional(PictureSchema),
};

/** The card below what a `say` step says. */
export const CardSchema = closed({
  ...content,
  link: Type.Optional(
    closed({
      label: textKey('Text of the link.'),
      address: variable('Variable with an address that may be linked to. Without one the card has no link.'),
    }),
  ),
});

const ButtonSchema = closed({
  label: textKey('Text on the button.'),
  value: Type.Optional(
    Type.String({ minLength: 1, description: 'Makes it a choice: stored in the variable of the step.' }),
  ),
  next: Type.Optional(stepId('Step that follows this choice instead of the one of the step.')),
  url: Type.Optional(Type.String({ minLength: 1, description: 'Makes it a link: the address it leads to.' })),
  address: Type.Optional(
    variable('Makes it a link: a variable with that address. Without one that may be linked to there is no button.'),
  ),
});

/** A step that shows several cards. */
export const CardsStepSchema = closed({
  type: Type.Literal('cards'),
  text: textKey('What the bot says above the cards.'),
  layout: Type.Optional(
    Type.Enum(['list', 'carousel'], {
      description: 'Below each other (default), or beside each other in a row that is scrolled.',
    }),
  ),
  cards: Type.Array(
    closed({
      ...content,
      buttons: Type.Optional(
        Type.Array(ButtonSchema, {
          minItems: 1,
          maxItems: MOST_BUTTONS,
          description: 'Links, and choices that go on in the flow. With a choice on any card the step waits for one.',
        }),
      ),
    }),
    {
      minItems: 1,
      maxItems: MOST_CARDS,
      description: 'The cards, in order. One whose title is empty, because a variable has no value, is left out.',
    },
  ),
  variable: Type.Optional(variable('Where the value of the choice is kept.')),
  invalid: Type.Optional(textKey('Said when what is written is none of the choices. Default `bot.invalid`.')),
  next: stepId('Step that follows; at once when there is nothing to choose.'),
});

/** A card as an author writes it. */
export type FlowCard = Static<typeof CardSchema>;
/** One of several cards as an author writes it. */
export type CardsCard = Static<typeof CardsStepSchema>['cards'][number];
/** A button of such a card. */
export type CardButton = Static<typeof ButtonSchema>;
