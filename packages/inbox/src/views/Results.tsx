import type { Figure, Report } from '@handrail/protocol';
import { useEffect, useState } from 'preact/hooks';
import { EmptyState } from '../parts/EmptyState.js';
import { useInbox } from '../state/InboxContext.js';
import { useLater } from '../state/useLater.js';
import { useStore } from '../state/useStore.js';
import { useText } from '../text/TextContext.js';

const DAY = 86_400_000;
/** Lengths offered with one click, in days. */
const LENGTHS = [7, 28, 90] as const;

const dayOf = (at: number) => {
  const date = new Date(at);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(part => String(part).padStart(2, '0')).join('-');
};

type State = { readonly at: 'loading' } | { readonly at: 'failed' } | { readonly at: 'ready'; readonly report: Report };

/** How help sessions ended over some days: every figure with what it was made from and its formula. */
export function Results() {
  const { agent, $now } = useInbox();
  const text = useText();
  const today = dayOf(useStore($now));
  const [range, setRange] = useState({ from: dayOf(Date.now() - 27 * DAY), to: today });
  const [tries, setTries] = useState(0);
  const [state, setState] = useState<State>({ at: 'loading' });
  const { from, to } = range;
  const isRange = from !== '' && to >= from;
  useEffect(() => {
    if (!isRange) return;
    let gone = false;
    setState({ at: 'loading' });
    agent.report(from, to).then(
      report => !gone && setState({ at: 'ready', report }),
      () => !gone && setState({ at: 'failed' }),
    );
    return () => {
      gone = true;
    };
  }, [agent, from, to, isRange, tries]);
  return (
    <section class="results" aria-labelledby="results-title">
      <header class="bar">
        <h1 id="results-title">{text.t('resultsTitle')}</h1>
      </header>
      <div class="results-body">
        <div class="results-range">
          {LENGTHS.map(days => (
            <button
              key={days}
              type="button"
              class="button second"
              aria-pressed={to === today && from === dayOf(Date.now() - (days - 1) * DAY)}
              onClick={() => setRange({ from: dayOf(Date.now() - (days - 1) * DAY), to: today })}
            >
              {text.t('lastDays', { count: days })}
            </button>
          ))}
          <DayField label={text.t('fromDay')} value={from} onDay={day => setRange({ from: day, to })} />
          <DayField label={text.t('toDay')} value={to} least={from} onDay={day => setRange({ from, to: day })} />
        </div>
        <div role="status">
          {isRange ? <Shown state={state} retry={() => setTries(tries + 1)} /> : <p>{text.t('wrongDays')}</p>}
        </div>
      </div>
    </section>
  );
}

function DayField(props: { label: string; value: string; least?: string; onDay: (day: string) => void }) {
  return (
    <label class="day-field">
      <span>{props.label}</span>
      <input
        type="date"
        value={props.value}
        min={props.least}
        onChange={event => props.onDay(event.currentTarget.value)}
      />
    </label>
  );
}

function Shown({ state, retry }: { state: State; retry: () => void }) {
  const text = useText();
  const slow = useLater(state.at === 'loading', 300);
  if (state.at === 'loading') return slow ? <EmptyState icon="clock" title={text.t('resultsLoading')} /> : null;
  if (state.at === 'failed')
    return (
      <>
        <EmptyState icon="offline" title={text.t('resultsFailed')} />
        <button type="button" class="button second results-retry" onClick={retry}>
          {text.t('retry')}
        </button>
      </>
    );
  const { report } = state;
  if (report.sessions === 0 && report.figures.every(figure => figure.whole === 0))
    return <EmptyState icon="results" title={text.t('resultsEmpty')} hint={text.t('resultsEmptyHint')} />;
  return (
    <>
      <p class="quiet">
        {text.t('sessionsCount', { count: report.sessions })} · {text.t('daysIn', { zone: report.zone })}
      </p>
      <dl class="figures">
        {report.figures.map(figure => (
          <FigureCard key={figure.key} figure={figure} />
        ))}
      </dl>
    </>
  );
}

function FigureCard({ figure }: { figure: Figure }) {
  const text = useText();
  const { key, unit, value, p90, part = 0, whole } = figure;
  const time = (ms: number) => text.duration(ms) ?? text.t('moment');
  const many = unit === 'ratio' ? 'partTo' : 'partOf';
  return (
    <div class="figure">
      <dt>{text.t(`figure_${key}`)}</dt>
      <dd class="figure-value">
        {value === undefined
          ? '–'
          : unit === 'ms'
            ? time(value)
            : unit === 'share'
              ? text.percent(value)
              : text.number(Math.round(value * 10) / 10)}
      </dd>
      <dd class="quiet">
        {value === undefined
          ? text.t('noFigure')
          : unit === 'ms'
            ? text.t('nineOfTen', { time: time(p90 ?? value), count: whole })
            : text.t(many, { part, whole })}
      </dd>
      <dd class="figure-formula">{text.t(`formula_${key}`)}</dd>
    </div>
  );
}
