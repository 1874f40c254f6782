import type { Figure } from '@handrail/protocol';
import type { Results, Times } from '../store/results.js';

/** The figures of a report, by the formulas printed beside them; see [Results](../../../../docs/results.md). */
export function figuresOf(results: Results): Figure[] {
  const { sessions, withAnswer, confirmed, assumed, abandoned, chats, contained } = results;
  const { requested, messagesLeft, leftQueue, surveys, rated, satisfied } = results;
  const solved = confirmed + assumed;
  const contacts = requested + messagesLeft;
  return [
    share('confirmed_resolution', confirmed, withAnswer),
    share('assumed_resolution', assumed, withAnswer),
    share('abandoned', abandoned, sessions),
    share('containment', contained, chats),
    share('deflection', solved, solved + contacts),
    { ...share('self_service_score', sessions, contacts), unit: 'ratio' },
    times('first_response', results.firstResponse),
    times('resolution_time', results.resolution),
    share('queue_abandonment', leftQueue, requested),
    share('csat', satisfied, rated),
    share('csat_response', rated, surveys),
  ];
}

function share(key: Figure['key'], part: number, whole: number): Figure {
  return { key, unit: 'share', ...(whole > 0 ? { value: part / whole } : {}), part, whole };
}

function times(key: Figure['key'], { count, median, p90 }: Times): Figure {
  return { key, unit: 'ms', ...(median === null || p90 === null ? {} : { value: median, p90 }), whole: count };
}
