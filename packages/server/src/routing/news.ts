/** Notices when something about a site changed and tells it once. */
export interface News {
  /** Looks now; called when it may have changed, and from time to time for what changes by the clock. */
  look(site: string): void;
}

/** What it is made of. */
export interface NewsOptions<T> {
  readonly read: (site: string) => T | Promise<T>;
  readonly tell: (site: string, value: T) => void;
  readonly fail: (error: unknown) => void;
}

/** Nothing is told the first time: whoever connects is told the state then. */
export function createNews<T>({ read, tell, fail }: NewsOptions<T>): News {
  const told = new Map<string, string>();
  return {
    look(site) {
      Promise.resolve(site)
        .then(read)
        .then(value => {
          const text = JSON.stringify(value);
          const before = told.get(site);
          told.set(site, text);
          if (before !== undefined && before !== text) tell(site, value);
        })
        .catch(fail);
    },
  };
}
