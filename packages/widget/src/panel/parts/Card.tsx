import type { MessageItem } from '@handrail/core';
import { outsideLink } from '../../render/links.js';
import { Icon } from './Icon.js';

/** Facts the assistant found out, and where they lead. */
export function Card({ card: { title, facts, link } }: { card: NonNullable<MessageItem['card']> }) {
  const outside = link ? outsideLink(link.href) : null;
  return (
    <section class="card" aria-label={title}>
      <h3 dir="auto">{title}</h3>
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
    </section>
  );
}
