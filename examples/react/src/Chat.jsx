import { useDraft, useHandrail, useMessages, useOwner, useTyping } from '@handrail/react';

const WHO = { bot: 'the bot', queue: 'nobody yet, a person is on the way', human: 'a person' };

export function Chat() {
  const client = useHandrail();
  const [draft, owner, typing] = [useDraft(), useOwner(), useTyping()];
  const messages = useMessages().filter(item => item.kind === 'message');

  function send(event) {
    event.preventDefault();
    client.setDraft('');
    void client.sendMessage(draft);
  }

  return (
    <main>
      <p role="status">You are talking to {WHO[owner]}.</p>
      <ol aria-live="polite">
        {messages.map(({ id, name, from, text, state }) => (
          <li key={id}>
            {name ?? from}: {text} {state === 'waiting' && '(waits for the network)'}
          </li>
        ))}
      </ol>
      {typing && <p>{typing.name} is writing …</p>}
      <form onSubmit={send}>
        <input aria-label="Message" value={draft} onChange={event => client.setDraft(event.target.value)} />
        <button type="submit" disabled={!client || draft.trim() === ''}>
          Send
        </button>
        <button type="button" disabled={!client || owner !== 'bot'} onClick={() => client.requestHuman()}>
          Talk to a person
        </button>
      </form>
    </main>
  );
}
