import { conversationNumber, type Handrail, type LeftMessage } from '@handrail/core';
import { useEffect, useRef, useState } from 'preact/hooks';
import { openMail } from '../../host/handOver.js';
import type { Words } from '../../text/words.js';
import { usePanel } from '../panelContext.js';
import { Body } from '../parts/Body.js';
import { Field } from '../parts/Field.js';
import { Header, Who } from '../parts/Header.js';
import { Icon } from '../parts/Icon.js';
import { useStore } from '../useStore.js';

const EMAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;

/** A message to be answered later, prefilled with what was said. */
export function ContactForm() {
  const { client, words } = usePanel();
  const [sent, setSent] = useState<(LeftMessage & { email: string }) | null>(null);
  return (
    <>
      <Header>
        <Who name={words('contactTitle')} />
      </Header>
      <Body class="contact" keep={false}>
        {sent ? <Sent left={sent} /> : <Form onSent={(left, email) => setSent({ ...left, email })} />}
      </Body>
      {sent ? <BackHome /> : null}
    </>
  );

  function BackHome() {
    const { navigation } = usePanel();
    const leave = () => {
      client.closeContact();
      navigation.reset();
    };
    return (
      <div class="footer">
        <button type="button" class="button second full" onClick={leave}>
          {words('backHome')}
        </button>
      </div>
    );
  }
}

/** The address of a customer the page named. */
function knownEmail({ $identity }: Handrail): string | undefined {
  const { signed = [], attributes = [] } = $identity.get() ?? {};
  return [...signed, ...attributes].find(({ name }) => name === 'email')?.value;
}

function Form({ onSent }: { onSent: (left: LeftMessage, email: string) => void }) {
  const { client, words } = usePanel();
  const contact = useStore(client.$contact);
  const availability = useStore(client.$availability);
  const talked = useStore(client.$messages).length > 0;
  const draft = useStore(client.$draft);
  const given = useStore(client.$prefill);
  const [email, setEmail] = useState(given.email ?? knownEmail(client) ?? '');
  const [order, setOrder] = useState(given.order ?? '');
  const [text, setText] = useState(() => [contact?.text, draft || given.text].filter(Boolean).join('\n'));
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const emailError = tried && !EMAIL.test(email.trim()) ? words('emailError') : null;
  const textError = tried && text.trim() === '' ? words('messageError') : null;

  // The text is kept like any draft: leaving the form or the page loses nothing.
  useEffect(() => {
    if (!contact?.text) client.setDraft(text);
  }, [client, text, contact]);

  const submit = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    setProblem(null);
    if (!EMAIL.test(email.trim()) || text.trim() === '') {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
      return;
    }
    try {
      const left = await client.leaveMessage({
        email: email.trim(),
        text,
        ...(given.name ? { name: given.name } : {}),
        ...(order.trim() ? { order: order.trim().slice(0, 200) } : {}),
      });
      if (left.mailto) openMail(left.mailto);
      onSent(left, email.trim());
    } catch (error) {
      setProblem(error instanceof Error ? error.message : words('failed'));
    }
  };
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <p class="lead">{leadText(words, client.server, availability)}</p>
      <Field label={words('email')} error={emailError}>
        {props => (
          <input
            {...props}
            type="email"
            autoComplete="email"
            inputMode="email"
            dir="ltr"
            value={email}
            onInput={event => setEmail(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field label={words('order')} hint={words('optional')}>
        {props => (
          <input
            {...props}
            type="text"
            dir="auto"
            value={order}
            onInput={event => setOrder(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field label={words('message')} {...(contact?.text ? { hint: words('fromChat') } : {})} error={textError}>
        {props => (
          <textarea {...props} rows={4} dir="auto" value={text} onInput={event => setText(event.currentTarget.value)} />
        )}
      </Field>
      {talked && client.server ? <p class="meta along">{words('sentAlong')}</p> : null}
      {problem ? (
        <p class="error-text" role="alert">
          {problem}
        </p>
      ) : null}
      <div class="queue-actions">
        <button type="submit" class="button primary full">
          {words('contactSend')}
        </button>
      </div>
    </form>
  );
}

type State = Parameters<typeof availabilityLead>[1];

function leadText(words: Words, server: string | null, state: State): string {
  if (server === null) return words('contactStatic');
  const sentences = [availabilityLead(words, state)];
  if (state?.replyHours) sentences.push(words.many('contactReply', state.replyHours));
  // A full-width stop brings its own space.
  return sentences.reduce((text, next) => (text.endsWith('。') ? text + next : `${text} ${next}`));
}

function availabilityLead(
  words: Words,
  state: { state: string; nextOpenAt?: number; replyHours?: number } | null,
): string {
  if (state?.state === 'closed' && state.nextOpenAt)
    return words('contactClosed', { when: words.when(state.nextOpenAt) });
  return words(state?.state === 'online' ? 'contactStatic' : 'contactAway');
}

function Sent({ left }: { left: LeftMessage & { email: string } }) {
  const { client, words } = usePanel();
  const heading = useRef<HTMLHeadingElement>(null);
  const waiting = useStore(client.$messages).some(item => item.kind === 'notice' && item.waiting);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div class="done-view">
      <div class="check-disc">
        <Icon name="check" />
      </div>
      <h2 ref={heading} tabIndex={-1}>
        {words(left.mailto ? 'contactMail' : 'contactSent')}
      </h2>
      {left.mailto ? null : (
        <>
          <p>
            {waiting ? words('contactWaiting') : words('contactSentHint', { email: `\u2068${left.email}\u2069` })}{' '}
            {words('contactNumber', { number: `\u2068${conversationNumber(left.conversation)}\u2069` })}
          </p>
          <ol class="rail">
            <li class="done">
              <b>{words('writtenStep')}</b>
            </li>
            <li class="now">
              <b>{words('readStep')}</b>
            </li>
            <li>
              <b>{words('answerStep')}</b>
            </li>
          </ol>
        </>
      )}
    </div>
  );
}
