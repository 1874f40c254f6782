/** Notes in hertz: a rising fourth (A5, D6). */
const NOTES = [880, 1174.66];
/** Seconds from one note to the next, and how long one rings. */
const STEP = 0.09;
const RING = 0.28;
/** Quiet: it is somebody else's page. */
const LOUDNESS = 0.06;

/** Browsers allow no sound before somebody has touched the page. */
export const mayPlay = (): boolean =>
  typeof AudioContext !== 'undefined' && navigator.userActivation?.hasBeenActive !== false;

/** Two soft notes, made by the browser: no file is fetched. */
export function chime(): void {
  const context = new AudioContext();
  const start = context.currentTime;
  for (const [place, note] of NOTES.entries()) {
    const [tone, level] = [context.createOscillator(), context.createGain()];
    const at = start + place * STEP;
    tone.frequency.value = note;
    level.gain.setValueAtTime(0, at);
    level.gain.linearRampToValueAtTime(LOUDNESS, at + 0.01);
    level.gain.exponentialRampToValueAtTime(0.0001, at + RING);
    tone.connect(level).connect(context.destination);
    tone.start(at);
    tone.stop(at + RING);
  }
  setTimeout(() => void context.close().catch(() => {}), 1000);
}
