import { type WebSocket, WebSocketServer } from 'ws';
import { announce } from './announce.js';

/** The least a chat server does: reads a message, numbers it, acknowledges it, hands it to the agent. Keeps nothing. */
const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
const agents = new Map<string, WebSocket>();
server.on('connection', (socket, request) => {
  const query = new URL(request.url ?? '/', 'http://localhost').searchParams;
  const room = query.get('room') ?? '';
  if (query.get('as') === 'agent') agents.set(room, socket);
  let seq = 0;
  socket.on('message', data => {
    const { id, conversation, text } = JSON.parse(String(data));
    const place = { id, conversation, seq: ++seq, at: Date.now() };
    socket.send(JSON.stringify({ t: 'ack', ...place }));
    agents.get(room)?.send(JSON.stringify({ t: 'message', ...place, text }));
  });
});
server.on('listening', () => announce(server.address()));
