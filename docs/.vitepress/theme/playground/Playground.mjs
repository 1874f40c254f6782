import { computed, h, onBeforeUnmount, reactive, watch } from 'vue';
import { CodeToCopy } from './CodeToCopy.mjs';
import { CORNERS, configText, DEFAULTS, LOCALES, SIDES, sheetText, THEMES, tagText } from './choices.mjs';
import { contrasts, ratio } from './contrasts.mjs';
import { takeOff, wear } from './wear.mjs';

/** Names may be typed faster than a widget comes and goes. */
const PAUSE_MS = 250;

/** Controls that dress the widget of this page, what they make of the accent, and what to paste. */
export const Playground = {
  setup() {
    const choices = reactive({ ...DEFAULTS });
    const seen = computed(() => contrasts(choices.accent));
    let later = 0;
    // One after the other: a widget that is still coming cannot be taken away.
    let turn = Promise.resolve();
    const inTurn = work => {
      turn = turn.then(work).catch(error => console.error(error));
    };
    watch(choices, () => {
      clearTimeout(later);
      later = setTimeout(() => inTurn(() => wear(choices)), PAUSE_MS);
    });
    onBeforeUnmount(() => {
      clearTimeout(later);
      inTurn(takeOff);
    });
    return () =>
      h('section', { class: 'vp-doc playground', 'aria-label': 'Playground' }, [
        h('div', { class: 'controls' }, [
          field('Name', h('input', { type: 'text', maxlength: 60, ...bound(choices, 'name') })),
          field('Accent', h('input', { type: 'color', ...bound(choices, 'accent', 'onChange') })),
          select('Theme', choices, 'theme', THEMES),
          select('Corner of the page', choices, 'side', SIDES),
          select('Corners', choices, 'corners', CORNERS),
          select('Language', choices, 'locale', LOCALES),
        ]),
        contrastTable(seen.value),
        h(CodeToCopy, { title: 'Static mode: the tag', text: tagText(choices) }),
        h(CodeToCopy, { title: 'Live mode: in handrail.json', text: configText(choices) }),
        sheetText(choices) ? h(CodeToCopy, { title: 'Your style sheet', text: sheetText(choices) }) : null,
      ]);
  },
};

const bound = (choices, key, event = 'onInput') => ({
  value: choices[key],
  [event]: ({ target }) => {
    choices[key] = target.value;
  },
});

const field = (name, control) => h('label', [h('span', name), control]);

function select(name, choices, key, words) {
  const options = Object.entries(words).map(([value, word]) =>
    h('option', { value, selected: choices[key] === value }, word),
  );
  return field(name, h('select', bound(choices, key, 'onChange'), options));
}

function contrastTable(rows) {
  const head = ['Theme', 'Accent', 'Accent on the panel', 'Text on the accent', 'Accent on its tint'];
  return h('div', { class: 'table', tabindex: 0 }, [
    h('table', [
      h(
        'thead',
        h(
          'tr',
          head.map(word => h('th', { scope: 'col' }, word)),
        ),
      ),
      h('tbody', rows.map(contrastRow)),
    ]),
  ]);
}

function contrastRow({ theme, colours, surface, onPanel, onAccent, onTint }) {
  const sample = (text, color, background) =>
    h('td', h('span', { class: 'sample', style: { color, background } }, ratio(text)));
  return h('tr', [
    h('th', { scope: 'row' }, THEMES[theme]),
    h('td', h('code', colours.accent)),
    sample(onPanel, colours.accent, surface),
    sample(onAccent, colours.onAccent, colours.accent),
    sample(onTint, colours.accent, colours.tint),
  ]);
}
