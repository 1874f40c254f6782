import {
  useAnnouncements,
  useComposer,
  useHandrail,
  useMessageRows,
  useOwner,
  useScrollKeeper,
  useTyping,
} from '@handrail/react';

const WHO = { bot: 'the bot', queue: 'nobody yet, a person is on the way', human: 'a person' };
const WORDS = {
  assistant: 'bot',
  notice: ({ notice, name }) => (notice === 'joined' ? `${name} joined` : ''),
  files: count => `${count} files`,
  refused: ({ error }) => `Not sent: ${error?.message}`,
  typing: name => `${name} is typing`,
};

export function Chat() {
  const client = useHandrail();
  const [owner, typing] = [useOwner(), useTyping()];

  return (
    <main>
      <p role="status">You are talking to {WHO[owner]}.</p>
      <Log />
      {typing && <p>{typing.name} is writing …</p>}
      <Write />
      <button type="button" disabled={!client || owner !== 'bot'} onClick={() => client.requestHuman()}>
        Talk to a person
      </button>
    </main>
  );
}

function Log() {
  const rows = useMessageRows().filter(({ item }) => item.kind === 'message');
  const { box, unseen, toEnd } = useScrollKeeper();
  return (
    <>
      <section
        {...box}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
        aria-label="Messages"
        style={{ maxBlockSize: '20rem', overflow: 'auto' }}
      >
        <ol>
          {rows.map(({ item, startsGroup }) => (
            <li key={item.id}>
              {startsGroup && <b>{item.name ?? item.from}: </b>}
              {item.text} {item.state === 'waiting' && '(waits for the network)'}
            </li>
          ))}
        </ol>
      </section>
      {unseen > 0 && (
        <button type="button" onClick={toEnd}>
          {unseen} new
        </button>
      )}
      <p role="status" className="spoken">
        {useAnnouncements(WORDS)}
      </p>
    </>
  );
}

function Write() {
  const { field, isEmpty, problem, send } = useComposer();
  return (
    <form
      onSubmit={event => {
        event.preventDefault();
        void send();
      }}
    >
      <textarea aria-label="Message" rows={2} {...field} />
      <button type="submit" disabled={isEmpty}>
        Send
      </button>
      {problem && <p role="alert">{problem.message}</p>}
    </form>
  );
}
