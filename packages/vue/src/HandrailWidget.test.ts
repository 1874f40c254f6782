import { afterEach, expect, test } from 'vitest';
import { type App, createApp, h, nextTick, reactive, ref } from 'vue';
import { HandrailWidget, type HandrailWidgetExposed } from './HandrailWidget.js';

const hosts = () => [...document.querySelectorAll('handrail-host')];
const launcher = () => hosts()[0]?.shadowRoot?.querySelector('button');

let app: App;
const props = reactive({ server: 'https://help.example', site: 'shop', config: { name: 'Shop' } as object });
const shown = ref({ hidden: false });
const exposed = ref<HandrailWidgetExposed>();

function start() {
  app = createApp(() => h(HandrailWidget, { ...props, ...shown.value, ref: exposed } as never));
  app.mount(document.createElement('div'));
}

afterEach(() => app.unmount());

test('one launcher while mounted, none after', () => {
  start();
  expect(hosts()).toHaveLength(1);
  expect(exposed.value?.widget()?.open).toBeTypeOf('function');
  app.unmount();
  expect(hosts()).toHaveLength(0);
});

test('drawn again with equal props it stays; `hidden` hides it; another setting is another one', async () => {
  start();
  const [first] = hosts();
  const before = exposed.value?.widget();
  props.config = { name: 'Shop' };
  await nextTick();
  expect(hosts()).toEqual([first]);
  shown.value = { hidden: true };
  await nextTick();
  expect(launcher()?.hidden).toBe(true);
  shown.value = { hidden: false };
  await nextTick();
  expect(launcher()?.hidden).toBe(false);
  Object.assign(props.config, { popular: ['refund'] });
  await nextTick();
  expect(hosts()).toHaveLength(1);
  expect(hosts()[0]).not.toBe(first);
  expect(exposed.value?.widget()).not.toBe(before);
});
