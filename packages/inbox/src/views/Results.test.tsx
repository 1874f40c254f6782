import type { Report } from '@handrail/protocol';
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { MINA } from '../../test/northwind.js';
import { openInbox } from '../../test/openInbox.js';

const ADMIN = { ...MINA, role: 'admin' } as const;
const REPORT: Report = {
  site: 'demo',
  from: '2026-01-01',
  to: '2026-01-28',
  zone: 'Europe/Oslo',
  sessions: 60,
  figures: [
    { key: 'confirmed_resolution', unit: 'share', value: 0.25, part: 10, whole: 40 },
    { key: 'self_service_score', unit: 'ratio', value: 10, part: 60, whole: 6 },
    { key: 'first_response', unit: 'ms', value: 45_000, p90: 240_000, whole: 5 },
    { key: 'csat', unit: 'share', part: 0, whole: 0 },
  ],
};
const answer = (body: unknown, status = 200) => vi.fn((_: URL) => ({ status, body }));
const figure = (name: string) => screen.getByText(name).closest('.figure')?.textContent;

test('every figure stands with what it was made from and its formula', async () => {
  const report = answer(REPORT);
  openInbox({ you: ADMIN, report });
  fireEvent.click(await screen.findByRole('button', { name: 'Results' }));
  await screen.findByText(/60 help sessions/);
  expect(window.location.hash).toBe('#/results');
  expect(figure('Confirmed resolution')).toBe(
    'Confirmed resolution25%10 of 40Ended by “this helped” ÷ sessions with an answer or article shown',
  );
  expect(figure('Self-service score')).toContain('1060 to 6Help sessions : people who contacted');
  expect(figure('First response, median')).toContain('under a minuteNine of ten within 4 min, of 5');
  expect(figure('Satisfaction (CSAT)')).toContain('Nothing to count');
  expect(screen.queryByRole('log')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: /Mine/ }));
  await screen.findByRole('button', { name: /Ana Lindqvist/ });
});

test('other days are asked for; days that are none are not', async () => {
  const report = answer(REPORT);
  openInbox({ you: ADMIN, at: '#/results', report });
  await screen.findByText(/60 help sessions/);
  fireEvent.change(screen.getByLabelText('From'), { target: { value: '2026-01-05' } });
  fireEvent.change(screen.getByLabelText('To'), { target: { value: '2026-01-09' } });
  await waitFor(() => expect(report.mock.lastCall?.[0].search).toBe('?from=2026-01-05&to=2026-01-09'));
  const asked = report.mock.calls.length;
  fireEvent.change(screen.getByLabelText('To'), { target: { value: '2026-01-01' } });
  await screen.findByText('The last day is before the first.');
  expect(report.mock.calls.length).toBe(asked);
  fireEvent.click(screen.getByRole('button', { name: 'Last 7 days' }));
  await waitFor(() => expect(screen.getByRole('button', { name: 'Last 7 days' }).ariaPressed).toBe('true'));
});

test('nothing happened, a failure, and a wait, each in words', async () => {
  const none = {
    ...REPORT,
    sessions: 0,
    figures: REPORT.figures.map(one => ({ key: one.key, unit: one.unit, whole: 0 })),
  };
  const empty = openInbox({ you: ADMIN, at: '#/results', report: answer(none) });
  await screen.findByText('Nothing happened in these days.');
  empty.unmount();
  const report = answer({ error: { code: 'internal', message: '' } }, 500);
  const failed = openInbox({ you: ADMIN, at: '#/results', report });
  await screen.findByText('The results could not be read.');
  report.mockReturnValue({ status: 200, body: REPORT });
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText(/60 help sessions/);
  failed.unmount();
  openInbox({ you: ADMIN, at: '#/results' });
  await screen.findByText('Counting');
});

test('who is no admin has no results, whatever the address says', async () => {
  const report = answer(REPORT);
  openInbox({ at: '#/results', report });
  await screen.findByRole('button', { name: /Ana Lindqvist/ });
  expect(screen.queryByRole('button', { name: 'Results' })).toBeNull();
  expect(report).not.toHaveBeenCalled();
});
