import { act, render, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { useLazy } from './useLazy.js';

function Shown({ load, again }: { load: () => Promise<string>; again: number }) {
  return <p>{useLazy(true, load, again) ?? 'nothing yet'}</p>;
}

test('a file that could not be had is asked for again, and once it is there not any more', async () => {
  const load = vi.fn(async () => 'the views').mockRejectedValueOnce(new Error('offline'));
  const { rerender } = render(<Shown load={load} again={1} />);
  await act(() => Promise.resolve());
  expect(screen.getByText('nothing yet')).toBeTruthy();
  rerender(<Shown load={load} again={2} />);
  await screen.findByText('the views');
  rerender(<Shown load={load} again={3} />);
  await act(() => Promise.resolve());
  expect(load).toHaveBeenCalledTimes(2);
});
