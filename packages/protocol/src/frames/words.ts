import type { ClientFrameKind } from './client.js';
import type { ServerFrameKind } from './server.js';

/** What each client frame says, in a sentence of Markdown; for the documents. */
export const CLIENT_FRAME_WORDS: Readonly<Record<ClientFrameKind, string>> = {
  hello: 'First frame. Says who it is and how far it has read.',
  send: 'One event for the log. Answered by `ack` or `nack` with the same `id`.',
  fetch: 'Asks for the events after a place, the answer to a gap; or for the `limit` before one.',
  marks: 'How far this side has received and read. Counters only go forward.',
  typing: 'Typing began or ended. Never stored.',
  presence: 'Whether this agent takes conversations. Agents only.',
  ping: 'A sign of life. Answered by `beat`.',
  token: 'Another token for the same person, without a new connection.',
};

/** The same of server frames. */
export const SERVER_FRAME_WORDS: Readonly<Record<ServerFrameKind, string>> = {
  welcome: 'Answer to `hello`: who you are, what became of your cursors, and the limits.',
  events: 'Events of the log, in order, with the conversations as they are now.',
  ack: 'The event is committed at this place.',
  nack: 'The event was refused. Nothing was stored.',
  marks: 'How far the other side has got.',
  typing: 'Somebody types, or stopped.',
  queue: 'Place in the queue, and a wait when enough is known to name one.',
  availability: 'Whether a person can come has changed.',
  presence: 'Which agents are here. To agents only.',
  desk: 'What the clock says of open conversations: when an answer is due, and whom it is meant for. To agents only.',
  beat: 'Heartbeat with how far the log is in the store: `rev` to agents, `seqs` to visitors.',
  bye: 'The server closes soon, with this code; come back after so many seconds.',
  error: 'Something that belongs to no event went wrong.',
};
