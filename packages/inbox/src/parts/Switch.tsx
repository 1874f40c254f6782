/** On or off, with its label and a word on what that means. */
export function Switch(props: {
  label: string;
  hint?: string | undefined;
  on: boolean;
  onChange: (on: boolean) => void;
}) {
  return (
    <button
      type="button"
      class="switch"
      role="switch"
      aria-checked={props.on}
      onClick={() => props.onChange(!props.on)}
    >
      <span class="switch-words">
        <span>{props.label}</span>
        {props.hint && <span class="quiet">{props.hint}</span>}
      </span>
      <span class="track" aria-hidden="true" />
    </button>
  );
}
