import { fireEvent, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { renderIn } from '../../../test/renderIn.js';
import { Scale } from './Scale.js';

const buttons = () => screen.getAllByRole('button').map(button => button.textContent);
const question = 'How likely are you to recommend us?';

test('recommendation: eleven numbers between two ends, one tap answers', () => {
  const scale = { survey: 'nps', from: 0, to: 10, least: 'Not at all', most: 'Very likely' } as const;
  const { client } = renderIn(() => <Scale scale={scale} question={question} />);
  const group = screen.getByRole('group', { name: question });
  expect(buttons()).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', 'Not now']);
  expect(document.getElementById(group.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
    'Not at allVery likely',
  );
  fireEvent.click(screen.getByRole('button', { name: '9' }));
  expect(client.choose).toHaveBeenCalledExactlyOnceWith('9', '9/10');
});

test('satisfaction: five faces with their words; not now is as easy', () => {
  const { client } = renderIn(() => <Scale scale={{ survey: 'csat', from: 1, to: 5 }} question={question} />);
  expect(buttons()).toEqual(['Poor', 'Weak', 'Fair', 'Good', 'Great', 'Not now']);
  fireEvent.click(screen.getByRole('button', { name: 'Good' }));
  fireEvent.click(screen.getByRole('button', { name: 'Not now' }));
  expect(client.choose.mock.calls).toEqual([
    ['4', 'Good'],
    ['later', 'Not now'],
  ]);
});
