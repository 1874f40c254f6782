import { Icon, type IconName } from './Icon.js';

/** A place with nothing in it, said calmly. */
export function EmptyState({ icon, title, hint }: { icon: IconName; title: string; hint?: string | undefined }) {
  return (
    <div class="empty">
      <Icon name={icon} size={28} />
      <p class="empty-title">{title}</p>
      {hint && <p class="empty-hint">{hint}</p>}
    </div>
  );
}
