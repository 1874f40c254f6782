import type { TextKey } from '../text/en.js';
import { useText } from '../text/TextContext.js';
import { Icon, type IconName } from './Icon.js';

/** A rating of one to five: a face and always its word. */
export function ScoreFace({ score }: { score: number }) {
  const text = useText();
  const step = Math.min(5, Math.max(1, Math.round(score)));
  return (
    <span class={`score ${step >= 4 ? 'ok' : step <= 2 ? 'bad' : 'warn'}`}>
      <Icon name={`face${step}` as IconName} size={18} />
      {text.t(scoreKey(step))}
    </span>
  );
}

/** Key of the word for a rating. */
export function scoreKey(score: number): TextKey {
  return `score${Math.min(5, Math.max(1, Math.round(score)))}` as TextKey;
}
