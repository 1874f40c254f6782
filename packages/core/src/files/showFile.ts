/** Bytes as people say them, in the largest unit that leaves a whole number before the point. */
export function fileSize(locale: string, bytes: number): string {
  const [unit, size] = bytes < 1e6 ? (['kilobyte', bytes / 1e3] as const) : (['megabyte', bytes / 1e6] as const);
  const maximumFractionDigits = unit === 'kilobyte' ? 0 : 1;
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits });
  return format.format(unit === 'kilobyte' ? Math.max(1, size) : size);
}

/** The pictures a browser shows; the server makes sure that they are. */
export function isPicture(type: string): boolean {
  return /^image\/(png|jpeg|gif|webp|avif)$/.test(type);
}

/** Pixels a picture in a conversation is high at most. */
const MOST_HIGH = 320;

/**
 * Style of a picture's place, so that nothing moves when it has loaded: its own size, but never higher than 320 px.
 * @param width pixels
 * @param height pixels
 */
export function pictureBox(width: number, height: number): { inlineSize: string; aspectRatio: string } {
  const shown = Math.round(Math.min(width, (MOST_HIGH * width) / height));
  return { inlineSize: `${shown}px`, aspectRatio: `${width} / ${height}` };
}

/** Links end after some minutes; one that is on the screen is asked for anew before, in milliseconds. */
const RENEW_MS = 600_000;

interface Timers {
  setInterval(run: () => void, ms: number): unknown;
  clearInterval(handle: unknown): void;
}

/**
 * Tells a good address of a file, now and again every ten minutes, for as long as it is on the screen; returns the end of that.
 * @param ask the client's `fileUrl`
 */
export function followFileUrl(
  ask: (id: string) => Promise<string>,
  id: string,
  told: (url: string) => void,
): () => void {
  const { setInterval, clearInterval } = globalThis as unknown as Timers;
  let isOver = false;
  const look = () =>
    void ask(id).then(
      url => {
        if (!isOver) told(url);
      },
      // Without a connection the address before is as good as any.
      () => {},
    );
  look();
  const timer = setInterval(look, RENEW_MS);
  return () => {
    isOver = true;
    clearInterval(timer);
  };
}
