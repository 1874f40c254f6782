import type { Figure, Hours } from '@handrail/protocol';
import { createBusinessTime } from '../routing/hours.js';
import type { FlowSurveys, Results, Times } from '../store/results.js';
import { timesOf } from '../store/timesOf.js';

/** The figures of a report, in the site's business hours where that is said, by the formulas printed beside them; see [Results](../../../../docs/results.md). */
export function figuresOf(results: Results, hours?: Hours): Figure[] {
  const { sessions, withAnswer, confirmed, assumed, abandoned, chats, contained } = results;
  const { requested, messagesLeft, leftQueue, surveys, rated, satisfied } = results;
  const solved = confirmed + assumed;
  const contacts = requested + messagesLeft;
  const between = createBusinessTime(hours);
  return [
    share('confirmed_resolution', confirmed, withAnswer),
    share('assumed_resolution', assumed, withAnswer),
    share('abandoned', abandoned, sessions),
    share('containment', contained, chats),
    share('deflection', solved, solved + contacts),
    { ...share('self_service_score', sessions, contacts), unit: 'ratio' },
    share('recontact', results.again, withAnswer),
    times('first_response', results.firstResponse),
    times('first_response_hours', timesOf(results.responses.map(one => between(one.requestedAt, one.answeredAt)))),
    times('resolution_time', results.resolution),
    share('queue_abandonment', leftQueue, requested),
    share('csat', satisfied, rated),
    share('csat_response', rated, surveys),
    ...ofFlows(results.flowSurveys),
  ];
}

function ofFlows(of: FlowSurveys): Figure[] {
  const effort = of.ces > 0 ? { value: of.cesSum / of.ces } : {};
  const net = of.nps > 0 ? { value: (100 * (of.promoters - of.detractors)) / of.nps } : {};
  return [
    share('flow_csat', of.csatGood, of.csat),
    { key: 'ces', unit: 'score', ...effort, part: of.cesGood, whole: of.ces },
    { key: 'nps', unit: 'points', ...net, part: of.promoters, whole: of.nps },
    share('survey_response', of.answered, of.shown),
  ];
}

function share(key: Figure['key'], part: number, whole: number): Figure {
  return { key, unit: 'share', ...(whole > 0 ? { value: part / whole } : {}), part, whole };
}

function times(key: Figure['key'], { count, median, p90 }: Times): Figure {
  return { key, unit: 'ms', ...(median === null || p90 === null ? {} : { value: median, p90 }), whole: count };
}
