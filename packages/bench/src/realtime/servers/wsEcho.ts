import { WebSocketServer } from 'ws';
import { announce } from './announce.js';

/** The ceiling: every frame goes back as it came. */
const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
server.on('connection', socket => {
  socket.on('message', data => socket.send(data, { binary: false }));
});
server.on('listening', () => announce(server.address()));
