import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from './Icon.js';

/** Attributes the field hands to its control. */
export interface ControlProps {
  readonly id: string;
  readonly class: string;
  readonly 'aria-invalid'?: 'true';
  readonly 'aria-describedby'?: string;
}

/** A label, its control, and what is wrong with it. */
export function Field(props: {
  label: string;
  hint?: string;
  error?: string | null;
  children: (control: ControlProps) => ComponentChildren;
}) {
  const id = useId();
  const control: ControlProps = {
    id,
    class: 'input',
    ...(props.error ? { 'aria-invalid': 'true', 'aria-describedby': `${id}-error` } : {}),
  };
  return (
    <div class="field">
      <span class="label">
        <label for={id}>{props.label}</label>
        {props.hint ? <span class="meta">{props.hint}</span> : null}
      </span>
      {props.children(control)}
      {props.error ? (
        <p class="error-text" id={`${id}-error`}>
          <Icon name="warning" />
          {props.error}
        </p>
      ) : null}
    </div>
  );
}
