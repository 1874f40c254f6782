import type { MessageItem } from '@handrail/core';
import { useState } from 'preact/hooks';
import { usePanel } from '../panelContext.js';
import { type ControlProps, Field } from './Field.js';

type Fields = NonNullable<MessageItem['fields']>;

/** A form the assistant asks to fill in. */
export function BotFields({ fields }: { fields: Fields }) {
  const { client, words } = usePanel();
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const set = (name: string, value: string) => setValues({ ...values, [name]: value });
  const missing = fields.some(field => field.required && !values[field.name]?.trim());
  const submit = (event: Event) => {
    event.preventDefault();
    if (!missing) void client.submitFields(values).catch(() => {});
  };
  return (
    <form onSubmit={submit} noValidate>
      {fields.map(field => (
        <Field key={field.name} label={field.label} {...(field.required ? {} : { hint: words('optional') })}>
          {props => drawControl(field, props, values[field.name] ?? '', value => set(field.name, value))}
        </Field>
      ))}
      <div class="queue-actions">
        <button type="submit" class="button primary small" disabled={missing}>
          {words('send')}
        </button>
      </div>
    </form>
  );
}

/** One of a list, a date by its own picker, or text with the right keyboard. */
function drawControl(field: Fields[number], props: ControlProps, value: string, change: (value: string) => void) {
  const input = (event: { currentTarget: HTMLInputElement }) => change(event.currentTarget.value);
  if (field.input === 'date') return <input {...props} type="date" value={value} onInput={input} />;
  if (field.input !== 'choices') {
    const inputMode = field.input === 'email' ? 'email' : field.input === 'number' ? 'decimal' : 'text';
    return <input {...props} type="text" inputMode={inputMode} dir="auto" value={value} onInput={input} />;
  }
  return (
    <select {...props} value={value} onChange={event => change(event.currentTarget.value)}>
      <option value="" />
      {field.choices?.map(choice => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}
