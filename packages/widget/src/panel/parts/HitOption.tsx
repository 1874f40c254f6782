import { type HitTarget, hitTargets, type SearchView } from '@handrail/core/parts';
import type { Hit } from '@handrail/knowledge';
import { Icon } from './Icon.js';
import { Marked } from './Marked.js';

/** One result: the title, then its matching sections on a thin rail. */
export function HitOption({ hit, view, onOpen }: { hit: Hit; view: SearchView; onOpen: (target: HitTarget) => void }) {
  const [first, ...others] = hitTargets(hit, view.list.id);
  const [best, ...rest] = hit.sections;
  if (!first) return null;
  const active = view.active?.key;
  const isActive = active === first.key;
  return (
    <>
      {/* biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and points here (aria-activedescendant) */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys are the field's */}
      <div {...view.option(first)} role="option" class={isActive ? 'hit active' : 'hit'} onClick={() => onOpen(first)}>
        <Icon name="doc" />
        <span class="hit-title">
          <span dir="auto">
            <Marked text={hit.title} marks={hit.titleMarks} />
          </span>
          {isActive ? (
            <span class="key" aria-hidden="true">
              <Icon name="enter" />
            </span>
          ) : null}
        </span>
        <span class={isActive ? 'part active' : 'part'}>
          {best ? (
            <b dir="auto">
              <Marked text={best.title} marks={best.titleMarks} />
            </b>
          ) : null}
          <span class="snippet" dir="auto">
            <Marked text={hit.snippet.text} marks={hit.snippet.marks} />
          </span>
        </span>
      </div>
      {others.map((target, place) => {
        const section = rest[place];
        return section ? (
          // biome-ignore lint/a11y/useFocusableInteractive: as above
          // biome-ignore lint/a11y/useKeyWithClickEvents: as above
          <div
            key={target.key}
            {...view.option(target)}
            role="option"
            class={active === target.key ? 'hit more active' : 'hit more'}
            onClick={() => onOpen(target)}
          >
            <span class={active === target.key ? 'part active' : 'part'}>
              <b dir="auto">
                <Marked text={section.title} marks={section.titleMarks} />
              </b>
            </span>
          </div>
        ) : null;
      })}
    </>
  );
}
