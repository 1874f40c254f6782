import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Icon } from '../parts/Icon.js';
import type { Gate, GateState } from '../state/gate.js';
import { signInCode } from '../state/signInCode.js';
import { useLater } from '../state/useLater.js';
import { useStore } from '../state/useStore.js';
import { useText } from '../text/TextContext.js';

/** The page outside: asks for a link or code, says what is wrong with one, or that it is being tried. */
export function SignIn({ gate, state }: { gate: Gate; state: Exclude<GateState, { at: 'inside' }> }) {
  const text = useText();
  return (
    <main class="door">
      <div class="door-card">
        <p class="brand">
          <Icon name="mark" size={32} />
          <span>Handrail</span>
        </p>
        {state.at === 'entering' ? (
          <Entering gate={gate} state={state} />
        ) : (
          <>
            <h1>{text.t('welcome')}</h1>
            <p class="quiet">{text.t('welcomeHint')}</p>
            <CodeForm gate={gate} problem={state.problem ? words(state.problem, text) : null} />
          </>
        )}
      </div>
    </main>
  );
}

function Entering({ gate, state }: { gate: Gate; state: GateState & { at: 'entering' } }) {
  const text = useText();
  const lost = useStore(state.agent.$connection).state === 'waiting';
  const slow = useLater(true, 300);
  return (
    <div role="status" class="entering">
      {(slow || lost) && <p>{text.t(lost ? 'noServer' : 'entering')}</p>}
      {lost && (
        <button type="button" class="button" onClick={gate.leave}>
          {text.t('back')}
        </button>
      )}
    </div>
  );
}

function CodeForm({ gate, problem }: { gate: Gate; problem: string | null }) {
  const text = useText();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [shape, setShape] = useState<'codeEmpty' | 'codeShape' | null>(null);
  const error = shape ? text.t(shape) : problem;
  useEffect(() => {
    field.current?.focus();
  }, []);

  const submit = (event: Event) => {
    event.preventDefault();
    const typed = field.current?.value.trim() ?? '';
    const code = signInCode(typed);
    setShape(code ? null : typed === '' ? 'codeEmpty' : 'codeShape');
    if (code) gate.enter(code);
    else field.current?.focus();
  };
  return (
    <form onSubmit={submit} noValidate>
      <label for={id}>{text.t('code')}</label>
      <input
        id={id}
        ref={field}
        class="input"
        type="text"
        dir="ltr"
        autocomplete="one-time-code"
        autocapitalize="none"
        spellcheck={false}
        placeholder="hs_…"
        aria-invalid={error !== null}
        aria-describedby={`${id}-error`}
      />
      <p id={`${id}-error`} class="error" role="alert">
        {error}
      </p>
      <button type="submit" class="button primary wide">
        {text.t('enter')}
      </button>
      <p class="quiet small">{text.t('whereCode')}</p>
    </form>
  );
}

function words(
  problem: NonNullable<(GateState & { at: 'door' })['problem']>,
  text: ReturnType<typeof useText>,
): string {
  return problem.key === 'serverRefused' ? text.t('serverRefused', { reason: problem.reason }) : text.t(problem.key);
}
