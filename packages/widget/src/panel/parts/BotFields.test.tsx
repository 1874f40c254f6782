import { fireEvent, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { renderIn } from '../../../test/renderIn.js';
import { BotFields } from './BotFields.js';

test('every field has the right control, and what is required is asked for', () => {
  const { client } = renderIn(() => (
    <BotFields
      fields={[
        { name: 'order', label: 'Order', input: 'text', required: true },
        { name: 'day', label: 'Day', input: 'date', required: false },
        { name: 'mail', label: 'Mail', input: 'email', required: false },
        {
          name: 'why',
          label: 'Why',
          input: 'choices',
          required: true,
          choices: [
            { value: 'late', label: 'It is late' },
            { value: 'broken', label: 'It is broken' },
          ],
        },
      ]}
    />
  ));
  const send = screen.getByRole<HTMLButtonElement>('button', { name: 'Send' });
  expect(screen.getByLabelText<HTMLInputElement>(/Day/).type).toBe('date');
  expect(screen.getByLabelText<HTMLInputElement>(/Mail/).inputMode).toBe('email');
  fireEvent.input(screen.getByLabelText('Order'), { target: { value: 'NB-1' } });
  expect(send.disabled).toBe(true);
  fireEvent.change(screen.getByRole('combobox', { name: 'Why' }), { target: { value: 'broken' } });
  fireEvent.click(send);
  expect(client.submitFields).toHaveBeenCalledExactlyOnceWith({ order: 'NB-1', why: 'broken' });
});
