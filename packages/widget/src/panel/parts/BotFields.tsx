import type { MessageItem } from '@handrail/core';
import { useState } from 'preact/hooks';
import { usePanel } from '../panelContext.js';

/** A form the assistant asks to fill in. */
export function BotFields({ fields }: { fields: NonNullable<MessageItem['fields']> }) {
  const { client, words } = usePanel();
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const missing = fields.some(field => field.required && !values[field.name]?.trim());
  const submit = (event: Event) => {
    event.preventDefault();
    if (!missing) void client.submitFields(values).catch(() => {});
  };
  return (
    <form onSubmit={submit} noValidate>
      {fields.map(field => (
        <label key={field.name} class="field">
          <span class="label">
            {field.label}
            {field.required ? null : <span class="meta">{words('optional')}</span>}
          </span>
          <input
            class="input"
            {...controlOf(field.input)}
            dir="auto"
            value={values[field.name] ?? ''}
            onInput={event => setValues({ ...values, [field.name]: event.currentTarget.value })}
          />
        </label>
      ))}
      <div class="queue-actions">
        <button type="submit" class="button primary small" disabled={missing}>
          {words('send')}
        </button>
      </div>
    </form>
  );
}

/** A date has a picker of its own; everything else is text with the right keyboard. */
function controlOf(input: string) {
  if (input === 'date') return { type: 'date' } as const;
  return { type: 'text', inputMode: input === 'email' ? 'email' : input === 'number' ? 'decimal' : 'text' } as const;
}
