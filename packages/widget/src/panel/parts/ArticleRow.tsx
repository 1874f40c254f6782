import { usePanel } from '../panelContext.js';
import { Icon } from './Icon.js';

/** One article in a list. */
export function ArticleRow({ id, title, section = null }: { id: string; title: string; section?: string | null }) {
  const { navigation } = usePanel();
  return (
    <li>
      <button type="button" class="row" onClick={() => navigation.go({ name: 'article', id, section })}>
        <Icon name="doc" />
        <span class="grow" dir="auto">
          {title}
        </span>
        <Icon name="next" />
      </button>
    </li>
  );
}
