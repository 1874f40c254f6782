export { type CutProxy, cutProxy, type Way } from './cutProxy.js';
export { type FakeServer, fakeServer } from './fakeServer.js';
export { type ClientSocket, type FakeNetwork, type FakeSocket, fakeNetwork } from './fakeSocket.js';
export {
  aConversation,
  aHello,
  aLog,
  anEvent,
  aStory,
  aWelcome,
  countedIds,
  NOON,
  SENDERS,
} from './fixtures.js';
export { type LocalPair, localPair, type PairEnd, type Travelled } from './localPair.js';
export { type ManualClock, manualClock } from './manualClock.js';
export { type WebProxy, webProxy } from './webProxy.js';
