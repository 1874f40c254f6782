/** Puts a count before the page's title, and takes it away again. */
export interface TitleCount {
  /** 0 gives the page its own title back. */
  set(count: number): void;
}

/** A title the page changes meanwhile is the page's: it is kept, and counted anew at the next change. */
export function createTitleCount(page: { title: string }): TitleCount {
  let own = page.title;
  let ours: string | null = null;
  return {
    set(count) {
      if (page.title !== ours) own = page.title;
      if (count > 0) {
        ours = `(${count}) ${own}`;
        page.title = ours;
      } else {
        if (page.title === ours) page.title = own;
        ours = null;
      }
    },
  };
}
