import * as Plot from '@observablehq/plot';
import { JSDOM } from 'jsdom';
import type { JudgedSet } from './calibrationTable.js';
import { calibrationCurve } from './measures/calibrationCurve.js';

/** Answers a bin needs to be drawn: fewer say nothing. */
const ENOUGH = 10;

/**
 * The curves as an SVG picture: how often it was right against how sure it was, a point for each tenth, larger where more answers lie.
 * On the dashed line it is as often right as it says.
 */
export function calibrationPicture(sets: readonly JudgedSet[]): string {
  const points = sets.flatMap(({ name, answers }) =>
    calibrationCurve(answers)
      .filter(({ count }) => count >= ENOUGH)
      .map(({ meant, right, count }) => ({ set: name, meant: 100 * meant, right: 100 * right, count })),
  );
  const names = sets.map(({ name }, place) => ({ set: name, x: 4, y: 97 - 4.5 * place }));
  const { document } = new JSDOM().window;
  const axis = { domain: [0, 100], ticks: [0, 25, 50, 75, 100] };
  const svg = Plot.plot({
    document,
    width: 640,
    height: 520,
    marginTop: 40,
    style: { background: 'white', color: '#222', fontFamily: 'system-ui, sans-serif', fontSize: '12px' },
    x: { ...axis, label: 'as sure as, %' },
    y: { ...axis, label: 'right, %' },
    r: { range: [2, 9] },
    color: { domain: sets.map(({ name }) => name), scheme: 'observable10' },
    marks: [
      Plot.line(
        [0, 100].map(at => ({ meant: at, right: at })),
        { x: 'meant', y: 'right', strokeDasharray: '4 4', stroke: '#888' },
      ),
      Plot.line(points, { x: 'meant', y: 'right', stroke: 'set', strokeWidth: 1.5 }),
      Plot.dot(points, { x: 'meant', y: 'right', r: 'count', fill: 'set' }),
      Plot.text(names, { x: 'x', y: 'y', text: 'set', fill: 'set', textAnchor: 'start', fontWeight: 600 }),
    ],
  });
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return `${svg.outerHTML}\n`;
}
