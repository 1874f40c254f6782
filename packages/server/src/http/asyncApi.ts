import { CLIENT_FRAME_WORDS, CLIENT_FRAMES, SERVER_FRAME_WORDS, SERVER_FRAMES } from '@handrail/protocol/schema';
import type { TSchema } from 'typebox';
import { SOCKET_PATH } from '../gateway/createGateway.js';

/**
 * The frames as an AsyncAPI 3.0 document (https://www.asyncapi.com/docs/reference/specification/v3.0.0), made from the schemas that
 * check them. Operations are the server's: it receives what clients send.
 */
export function asyncApi() {
  const toServer = messages('client', CLIENT_FRAMES, CLIENT_FRAME_WORDS);
  const toClient = messages('server', SERVER_FRAMES, SERVER_FRAME_WORDS);
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Handrail',
      version: '1',
      description:
        'JSON text frames over a WebSocket. The first frame of a client is `hello`; everything else follows `welcome`.',
    },
    defaultContentType: 'application/json',
    channels: {
      socket: {
        address: SOCKET_PATH,
        messages: { ...references(toServer), ...references(toClient) },
        bindings: { ws: { method: 'GET', bindingVersion: '0.1.0' } },
      },
    },
    operations: {
      clientFrames: operation('receive', 'What clients say.', toServer),
      serverFrames: operation('send', 'What the server says.', toClient),
    },
    components: { messages: { ...toServer, ...toClient } },
  };
}

type Messages = Readonly<Record<string, object>>;

function messages(
  from: string,
  frames: Readonly<Record<string, TSchema>>,
  words: Readonly<Record<string, string>>,
): Messages {
  const named = Object.entries(frames).map(([t, payload]) => [
    `${from}.${t}`,
    { name: t, title: t, summary: words[t], payload },
  ]);
  return Object.fromEntries(named);
}

function references(all: Messages) {
  return Object.fromEntries(Object.keys(all).map(name => [name, { $ref: `#/components/messages/${name}` }]));
}

function operation(action: 'receive' | 'send', summary: string, all: Messages) {
  const of = Object.keys(all).map(name => ({ $ref: `#/channels/socket/messages/${name}` }));
  return { action, summary, channel: { $ref: '#/channels/socket' }, messages: of };
}
