import type { Hit } from '@handrail/knowledge';
import { useEffect, useState } from 'preact/hooks';
import { usePanel } from '../panelContext.js';
import { ArticleRow } from './ArticleRow.js';

/** Characters from which a first question is looked up while it is typed. */
const ENOUGH = 6;
/**
 * Probability from which an article is shown: about as likely to answer as not. Of 33 first sentences asked of the demo's help centre 17
 * reach it, 14 of them with the right article. At 0.35 two more right ones would be shown, but also one for "how do I", with which half
 * of all questions begin.
 */
const SURE = 0.45;

/** Articles that may answer a first question before it is sent. */
export function Matching({ text }: { text: string }) {
  const { client, words } = usePanel();
  const [hits, setHits] = useState<readonly Hit[]>([]);
  useEffect(() => {
    if (text.trim().length < ENOUGH && !/[\u3040-\u9fff]{2}/.test(text)) {
      setHits([]);
      return;
    }
    let stale = false;
    const timer = setTimeout(() => {
      client.lookUp(text, 2).then(
        found => {
          if (!stale) setHits(found.hits.filter(hit => hit.confidence >= SURE));
        },
        () => {
          if (!stale) setHits([]);
        },
      );
    }, 150);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [client, text]);
  // A draft that was sent takes them along at once, before the effect runs.
  if (hits.length === 0 || text.trim() === '') return null;
  return (
    <section class="matching" aria-label={words('matching')}>
      <p class="list-title">{words('matching')}</p>
      <ul>
        {hits.map(hit => (
          <ArticleRow key={hit.id} id={hit.id} title={hit.title} section={hit.section} />
        ))}
      </ul>
    </section>
  );
}
