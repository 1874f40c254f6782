import type { MessageItem } from '@handrail/core';
import { outsideLink } from '../../render/links.js';
import { usePanel } from '../panelContext.js';
import { Card, type CardContent } from './Card.js';
import { Carousel } from './Carousel.js';
import { Icon } from './Icon.js';

interface CardsProps {
  readonly cards: NonNullable<MessageItem['cards']>;
  /** What the assistant said above them. */
  readonly question: string;
  /** Whether a choice can still be made. */
  readonly open: boolean;
}

/** Several cards to compare and choose from: below each other, or in a row. */
export function Cards({ cards: { layout, items }, question, open }: CardsProps) {
  const drawn = items.map((card, at) => <CardWithButtons key={keyOf(card, at)} card={card} open={open} />);
  if (layout === 'carousel' && items.length > 1) {
    const hasStops = items.some(({ buttons = [] }) => buttons.some(button => open || 'href' in button));
    return (
      <Carousel label={question} hasStops={hasStops}>
        {drawn}
      </Carousel>
    );
  }
  return (
    <ul class="cards" aria-label={question}>
      {drawn.map(card => (
        <li key={card.key}>{card}</li>
      ))}
    </ul>
  );
}

/** Cards do not change places, and two of them may have the same title. */
const keyOf = ({ title }: CardContent, at: number) => `${at} ${title}`;

/** A card among others. The names of its buttons begin with the card's: out of their place they would read alike. */
function CardWithButtons({ card, open }: { card: CardContent; open: boolean }) {
  const { client } = usePanel();
  const choose = (value: string, says: string) => void client.choose(value, says).catch(() => {});
  const buttons = (card.buttons ?? []).flatMap(button => {
    if ('href' in button) {
      const outside = outsideLink(button.href);
      return outside ? (
        <a
          key={`${button.label} ${button.href}`}
          class="button second small"
          {...outside}
          href={outside.href}
          dir="auto"
          aria-label={`${card.title} – ${button.label}`}
        >
          {button.label}
          <Icon name="next" />
        </a>
      ) : (
        []
      );
    }
    const { value, label, says } = button;
    return open ? (
      <button
        key={value}
        type="button"
        class="button second small"
        dir="auto"
        aria-label={says}
        onClick={() => choose(value, says)}
      >
        {label}
      </button>
    ) : (
      []
    );
  });
  return <Card card={card}>{buttons.length > 0 ? <div class="pills">{buttons}</div> : null}</Card>;
}
