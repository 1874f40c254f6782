import { useInbox } from '../state/InboxContext.js';
import { counts, FILTERS } from '../state/lists.js';
import { useStore } from '../state/useStore.js';
import { useViewer } from '../state/useViewer.js';
import { useText } from '../text/TextContext.js';
import { Icon } from './Icon.js';
import { MeMenu } from './MeMenu.js';
import { Switch } from './Switch.js';

/** The lists with their counts, and the agent. */
export function Rail({ onHelp }: { onHelp: () => void }) {
  const { agent, places } = useInbox();
  const text = useText();
  const records = useStore(agent.$conversations);
  const me = useStore(agent.$me);
  const place = useStore(places.$place);
  const available = useStore(agent.$available);
  const many = counts(records, useViewer());
  return (
    <nav class="rail" aria-label={text.t('lists')}>
      <p class="brand">
        <Icon name="mark" size={26} />
        <span>Handrail</span>
      </p>
      <ul class="filters">
        {FILTERS.map(filter => (
          <li key={filter}>
            <button
              type="button"
              class="filter"
              aria-current={place.filter === filter && !place.results ? 'page' : undefined}
              title={text.t(filter)}
              onClick={() => places.go({ filter, conversation: null })}
            >
              <Icon name={filter} />
              <span class="filter-name">{text.t(filter)}</span>
              {(filter !== 'closed' || many[filter] > 0) && (
                <span class={`count${filter === 'unassigned' && many[filter] > 0 ? ' calls' : ''}`}>
                  {text.number(many[filter])}
                </span>
              )}
            </button>
          </li>
        ))}
        {me?.role === 'admin' && (
          <li>
            <button
              type="button"
              class="filter"
              aria-current={place.results ? 'page' : undefined}
              title={text.t('resultsTitle')}
              onClick={() => places.go({ results: true, conversation: null })}
            >
              <Icon name="results" />
              <span class="filter-name">{text.t('resultsTitle')}</span>
            </button>
          </li>
        )}
      </ul>
      <div class="rail-foot">
        <Switch
          label={text.t(available ? 'available' : 'away')}
          on={available}
          onChange={on => agent.setAvailable(on)}
        />
        <MeMenu onHelp={onHelp} />
      </div>
    </nav>
  );
}
