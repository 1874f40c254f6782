import { fireEvent, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { renderIn } from '../../../test/renderIn.js';
import { SearchBox } from './SearchBox.js';

test('every change is heard', () => {
  const heard = vi.fn();
  renderIn(() => <SearchBox value="" onInput={heard} />);
  fireEvent.input(screen.getByRole('textbox', { name: 'Search for answers' }), { target: { value: 're' } });
  expect(heard).toHaveBeenCalledExactlyOnceWith('re');
});

test('where the place would change, composed text is heard only at its end', () => {
  const heard = vi.fn();
  renderIn(() => <SearchBox value="" onInput={heard} waitsForComposition />);
  const field = screen.getByRole('textbox');
  fireEvent(field, new CompositionEvent('compositionstart'));
  fireEvent.input(field, { target: { value: 'dian' }, isComposing: true });
  expect(heard).not.toHaveBeenCalled();
  fireEvent.input(field, { target: { value: '电池' }, isComposing: true });
  fireEvent(field, new CompositionEvent('compositionend'));
  expect(heard).toHaveBeenCalledExactlyOnceWith('电池');
});

test('where results stand below, composed text is searched as it grows', () => {
  const heard = vi.fn();
  renderIn(() => <SearchBox value="" onInput={heard} />);
  fireEvent.input(screen.getByRole('textbox'), { target: { value: '电' }, isComposing: true });
  expect(heard).toHaveBeenCalledExactlyOnceWith('电');
});

test('clearing empties it and keeps the focus', () => {
  const heard = vi.fn();
  renderIn(() => <SearchBox value="refund" onInput={heard} focus />);
  const field = screen.getByRole<HTMLInputElement>('textbox');
  expect(document.activeElement).toBe(field);
  expect(field.selectionStart).toBe(6);
  fireEvent.click(screen.getByRole('button', { name: 'Clear search' }));
  expect(heard).toHaveBeenCalledWith('');
  expect(document.activeElement).toBe(field);
});
