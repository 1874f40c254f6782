import { usePanel } from '../panelContext.js';
import { Icon } from './Icon.js';

interface ArticleRowProps {
  readonly id: string;
  readonly title: string;
  readonly section?: string | null;
  /** Told before it is opened. */
  readonly chosen?: ((id: string) => void) | undefined;
}

/** One article in a list. */
export function ArticleRow({ id, title, section = null, chosen }: ArticleRowProps) {
  const { navigation } = usePanel();
  const go = () => {
    chosen?.(id);
    navigation.go({ name: 'article', id, section });
  };
  return (
    <li>
      <button type="button" class="row" onClick={go}>
        <Icon name="doc" />
        <span class="grow" dir="auto">
          {title}
        </span>
        <Icon name="next" />
      </button>
    </li>
  );
}
