/** @jsxImportSource react */
import type { Widget } from '@handrail/widget';
import { render } from '@testing-library/react';
import { createRef, StrictMode, useEffect, useRef } from 'react';
import { expect, expectTypeOf, test } from 'vitest';
import { HandrailWidget, type HandrailWidgetProps } from './HandrailWidget.js';

const options: HandrailWidgetProps = { server: 'https://help.example', site: 'shop', config: { name: 'Shop' } };
const early: (Widget | null)[] = [];

function Page({ site }: { site: string }) {
  const ref = useRef<Widget>(null);
  useEffect(() => void early.push(ref.current));
  return <HandrailWidget {...options} site={site} ref={ref} />;
}

const hosts = () => [...document.querySelectorAll('handrail-host')];
const launchers = () => hosts().map(host => host.shadowRoot?.querySelector('button'));

test('StrictMode: one launcher while mounted, none after', () => {
  const { unmount } = render(
    <StrictMode>
      <HandrailWidget {...options} />
    </StrictMode>,
  );
  expect(launchers()).toHaveLength(1);
  unmount();
  expect(hosts()).toHaveLength(0);
});

test('drawn again with equal props it stays; `hidden` hides it; another site is another one', () => {
  const { rerender } = render(<HandrailWidget {...options} />);
  const [first] = hosts();
  rerender(<HandrailWidget {...options} config={{ name: 'Shop' }} />);
  expect(hosts()).toEqual([first]);
  rerender(<HandrailWidget {...options} hidden />);
  expect(launchers().map(button => button?.hidden)).toEqual([true]);
  rerender(<HandrailWidget {...options} />);
  expect(launchers().map(button => button?.hidden)).toEqual([false]);
  rerender(<HandrailWidget {...options} site="other" />);
  expect(hosts()).toHaveLength(1);
  expect(hosts()[0]).not.toBe(first);
});

test('the ref is the widget, also the one that took its place, before effects of parents', () => {
  const { rerender, unmount } = render(<Page site="shop" />);
  rerender(<Page site="other" />);
  expect(early.map(widget => typeof widget?.open)).toEqual(['function', 'function']);
  expect(early[0]).not.toBe(early[1]);
  unmount();
  expectTypeOf(createRef<Widget>()).toExtend<React.ComponentProps<typeof HandrailWidget>['ref']>();
});
