import type { SiteConfig } from '@handrail/protocol';
import { createZone } from '../routing/zone.js';
import type { Store } from '../store/store.js';

/** Answers and tokens of a site's day unless its settings say otherwise. */
const PER_DAY = 1_000;
const TOKENS_PER_DAY = 2_000_000;

/** What a site's model may cost in a day; kept in the store, so that a restart forgets nothing. */
export interface Budget {
  /** Takes one answer out of the day's; `false` when answers or tokens are used up. */
  take(site: SiteConfig): Promise<boolean>;
  spend(site: SiteConfig, tokens: number): Promise<void>;
}

export function createBudget(store: Pick<Store, 'spend'>, now: () => number): Budget {
  const today = ({ hours }: SiteConfig) => {
    const { year, month, day } = createZone(hours?.zone ?? 'UTC').dayAt(now());
    return [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
  };
  return {
    async take(site) {
      const { perDay = PER_DAY, tokensPerDay = TOKENS_PER_DAY } = site.model ?? {};
      const day = today(site);
      if ((await store.spend(site.id, 'tokens', day, 0)) >= tokensPerDay) return false;
      return (await store.spend(site.id, 'answers', day, 1)) <= perDay;
    },
    async spend(site, tokens) {
      if (tokens > 0) await store.spend(site.id, 'tokens', today(site), tokens);
    },
  };
}
