import type { Widget } from '@handrail/widget';
import { flushSync, mount, unmount } from 'svelte';
import { expect, test } from 'vitest';
import { changing } from '../test/changing.svelte.js';
import Help from '../test/Help.svelte';
import type { HandrailWidgetOptions } from './handrailWidget.js';

const hosts = () => [...document.querySelectorAll('handrail-host')];
const launcher = () => hosts()[0]?.shadowRoot?.querySelector('button');

test('one launcher while mounted, which follows the options, none after', async () => {
  const widgets: Widget[] = [];
  const options = (more: Partial<HandrailWidgetOptions> = {}): HandrailWidgetOptions => ({
    server: 'https://help.example',
    site: 'shop',
    config: { name: 'Shop' },
    onwidget: widget => widgets.push(widget),
    ...more,
  });
  const props = changing({ options: options() });
  const app = mount(Help, { target: document.body, props });
  const become = (more?: Partial<HandrailWidgetOptions>) => {
    props.options = options(more);
    flushSync();
  };
  flushSync();
  const [first] = hosts();
  expect(hosts()).toHaveLength(1);
  become();
  become({ hidden: true });
  expect([hosts(), launcher()?.hidden]).toEqual([[first], true]);
  become();
  expect(launcher()?.hidden).toBe(false);
  become({ site: 'other' });
  expect(hosts()).toHaveLength(1);
  expect(hosts()[0]).not.toBe(first);
  expect(new Set(widgets).size).toBe(2);
  expect(widgets).toHaveLength(2);
  await unmount(app);
  expect(hosts()).toHaveLength(0);
});
