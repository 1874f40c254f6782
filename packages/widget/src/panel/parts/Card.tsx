import type { MessageItem } from '@handrail/core';
import type { ComponentChildren } from 'preact';
import { outsideLink } from '../../render/links.js';
import { CardPicture } from './CardPicture.js';
import { Icon } from './Icon.js';

/** What a card shows. */
export type CardContent = NonNullable<MessageItem['card']>;

/** Something the assistant shows: a picture, facts it found out, and where they lead. */
export function Card({ card, children }: { card: CardContent; children?: ComponentChildren }) {
  const { title, text, facts, picture, link } = card;
  const outside = link ? outsideLink(link.href) : null;
  return (
    <section class="card" aria-label={title}>
      {picture ? <CardPicture picture={picture} /> : null}
      <h2 dir="auto">{title}</h2>
      {text === undefined ? null : (
        <p class="card-text" dir="auto">
          {text}
        </p>
      )}
      {facts.length > 0 ? (
        <dl>
          {facts.map(({ label, value }) => (
            <div key={label}>
              <dt dir="auto">{label}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {link && outside ? (
        <a class="button second small" {...outside}>
          {link.label}
          <Icon name="next" />
        </a>
      ) : null}
      {children}
    </section>
  );
}
