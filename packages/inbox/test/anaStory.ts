import type { Story } from '@handrail/protocol';
import { id } from './ids.js';

const MINUTE = 60_000;

/** What Ana did before she asked, with every field a handoff can carry. */
export function anaStory(now: number): Story {
  const at = (minutes: number) => now - minutes * MINUTE;
  return {
    page: {
      url: 'https://northwind.example/bikes/fjell-e2/support?from=mail',
      title: 'Fjell E2 › Support',
      referrer: 'https://northwind.example/account',
    },
    locale: 'sv',
    zone: 'Europe/Stockholm',
    device: 'phone',
    answers: [
      { name: 'order', value: 'NB-204815' },
      { name: 'display', value: 'E10' },
    ],
    summary: 'Motor cuts out uphill. Reset tried, did not help. Display says E10. Bought October 2026, under warranty.',
    transcript: [
      { id: id(901), by: 'visitor', text: 'My motor stops', at: at(12) },
      {
        id: id(902),
        by: 'bot',
        text: 'Hold the power button for ten seconds to reset the motor. The display shows a tick when it is done.',
        at: at(12) + 2000,
        source: {
          article: 'reset-motor',
          title: 'Reset the motor',
          section: 'steps',
          sectionTitle: 'In three steps',
          probability: 0.82,
        },
        vote: 'no',
      },
      { id: id(903), by: 'visitor', text: 'It cuts out on every hill, the reset did nothing', at: at(7) },
      {
        id: id(904),
        by: 'bot',
        text: 'I did not find an answer to that. I can bring a person.',
        at: at(7) + 2000,
        missed: true,
      },
    ],
    searches: [
      { query: 'motor stops', at: at(15), results: 4, opened: 'reset-motor' },
      { query: 'cuts out hill', at: at(9), results: 0 },
    ],
    articles: [
      {
        id: 'reset-motor',
        title: 'Reset the motor',
        section: 'In three steps',
        at: at(14),
        dwell: 130,
        vote: 'no',
        reasons: ['did_not_work', 'incomplete'],
        note: 'the tick never shows',
      },
    ],
    events: [{ name: 'opened a repair', at: at(11), data: [{ name: 'bike', value: 'E2-7713' }] }],
    pages: [{ url: 'https://northwind.example/repairs', title: 'Repairs', at: at(12) }],
    attributes: [
      { name: 'Customer since', value: 'March 2023, 3 orders', verified: true },
      { name: 'Bike', value: 'Fjell E2, frame M', verified: true },
      { name: 'City', value: 'Umeå', verified: false },
    ],
  };
}
