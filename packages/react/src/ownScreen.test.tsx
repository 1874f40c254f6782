/** @jsxImportSource react */
import { createTestClient, fixtures, type TestClient } from '@handrail/core/testing';
import { act, createEvent, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { StrictMode } from 'react';
import { expect, test } from 'vitest';
import {
  HandrailProvider,
  useAnnouncements,
  useComposer,
  useMessageRows,
  useScrollKeeper,
  useSearchBox,
} from './index.js';

const words = {
  assistant: 'Bot',
  notice: () => '',
  files: () => '',
  refused: () => 'Not sent',
  typing: (name: string | undefined) => `${name} is typing`,
};

function Log() {
  const rows = useMessageRows({ timeZone: 'UTC' });
  const { box, unseen } = useScrollKeeper<HTMLOListElement>();
  return (
    <>
      <p role="status">{useAnnouncements(words, 0)}</p>
      <ol {...box}>
        {rows.map(({ item, startsDay, startsGroup }) => (
          <li key={item.id}>
            {startsDay && '| '}
            {startsGroup && item.kind === 'message' && `${item.name ?? item.from}: `}
            {item.text}
          </li>
        ))}
      </ol>
      <output>{unseen}</output>
    </>
  );
}

function Write() {
  const { field, problem, isEmpty } = useComposer();
  return (
    <>
      <textarea aria-label="Message" {...field} />
      {problem && <p role="alert">{problem.code}</p>}
      <button type="button" disabled={isEmpty}>
        Send
      </button>
    </>
  );
}

function Search({ open }: { open: (id: string) => void }) {
  const { field, list, targets, option, expanded } = useSearchBox({
    id: 'found',
    open: ({ article }) => open(article),
  });
  return (
    <>
      <input aria-label="Search" {...field} />
      <ul {...list} aria-label="Results" hidden={!expanded}>
        {targets.map(target => (
          <li key={target.key} {...option(target)}>
            {target.article}
          </li>
        ))}
      </ul>
    </>
  );
}

function draw(client: TestClient, part: React.ReactNode) {
  return render(
    <StrictMode>
      <HandrailProvider client={client}>{part}</HandrailProvider>
    </StrictMode>,
  );
}
const talking = () => createTestClient({ script: fixtures.person });

/** A field and what was sent from it; events go through the page as a browser sends them. */
function write() {
  const client = talking();
  draw(client, <Write />);
  const field = screen.getByRole<HTMLTextAreaElement>('textbox');
  fireEvent.change(field, { target: { value: 'こんにちは' } });
  const key = (more: object) => {
    const event = createEvent.keyDown(field, { key: 'Enter', ...more });
    fireEvent(field, event);
    return event.defaultPrevented;
  };
  return { client, field, key, sent: () => client.callsOf('sendMessage').map(([text]) => text) };
}

test('Enter sends and is kept from the field; Shift+Enter is the field’s', async () => {
  const { field, key, sent } = write();
  expect([key({ shiftKey: true }), sent()]).toEqual([false, []]);
  expect(key({ keyCode: 13 })).toBe(true);
  await waitFor(() => expect(field.value).toBe(''));
  expect(sent()).toEqual(['こんにちは']);
});

test('a composition in Chromium and Firefox: the Enter that confirms comes before it ends', async () => {
  const { field, key, sent } = write();
  fireEvent(field, new CompositionEvent('compositionstart', { bubbles: true }));
  fireEvent(field, new CompositionEvent('compositionupdate', { bubbles: true, data: 'こん' }));
  expect(key({ isComposing: true, keyCode: 229 })).toBe(false);
  // Some input methods tell neither in the key; the field knows that one is at work.
  expect(key({ keyCode: 13 })).toBe(false);
  fireEvent(field, new CompositionEvent('compositionend', { bubbles: true, data: 'こんにちは' }));
  expect(sent()).toEqual([]);
  key({ keyCode: 13 });
  await waitFor(() => expect(sent()).toEqual(['こんにちは']));
});

test('a composition in Safari: the Enter that confirms comes after it has ended', async () => {
  const { field, key, sent } = write();
  fireEvent(field, new CompositionEvent('compositionstart', { bubbles: true }));
  fireEvent(field, new CompositionEvent('compositionend', { bubbles: true, data: 'こんにちは' }));
  expect(key({ keyCode: 229 })).toBe(false);
  expect(sent()).toEqual([]);
  key({ keyCode: 13 });
  await waitFor(() => expect(sent()).toEqual(['こんにちは']));
});

test('a text that is too long stays, with the reason', async () => {
  const { field, key } = write();
  const long = 'x'.repeat(20_000);
  fireEvent.change(field, { target: { value: long } });
  key({ keyCode: 13 });
  expect((await screen.findByRole('alert')).textContent).toBe('text_too_long');
  expect(field.value).toBe(long);
});

test('lines in groups under their day; what comes is announced and counted', async () => {
  const client = talking();
  draw(client, <Log />);
  const log = screen.getByRole('list');
  Object.defineProperties(log, { scrollHeight: { value: 2_000 }, clientHeight: { value: 500 } });
  log.scrollTop = 400;
  fireEvent.scroll(log);
  act(() => client.otherSide.agentSays('First'));
  act(() => client.otherSide.agentSays('Second'));
  const lines = screen.getAllByRole('listitem').map(line => line.textContent);
  expect(lines[0]).toMatch(/^\| /);
  expect(lines.slice(-2)).toEqual([expect.stringMatching(/First$/), 'Second']);
  await waitFor(() => expect(screen.getByText(/First/, { selector: 'p' }).textContent).toMatch(/: First\n.*: Second$/));
  expect(screen.getByText('2', { selector: 'output' })).toBeTruthy();
});

test('a combobox over the help centre', async () => {
  const opened: string[] = [];
  const client = createTestClient();
  draw(client, <Search open={id => opened.push(id)} />);
  const field = screen.getByRole<HTMLInputElement>('combobox');
  fireEvent.change(field, { target: { value: 'refund' } });
  const [first] = await screen.findAllByRole('option');
  expect([field.value, field.getAttribute('aria-activedescendant')]).toEqual(['refund', first?.id]);
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(opened).toEqual([first?.textContent]);
  fireEvent.keyDown(field, { key: 'Escape' });
  expect([field.value, field.getAttribute('aria-expanded')]).toEqual(['', 'false']);
});
