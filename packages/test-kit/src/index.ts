export { type CutProxy, cutProxy, type Way } from './cutProxy.js';
export { type FakeServer, fakeServer } from './fakeServer.js';
export { type ClientSocket, type FakeNetwork, type FakeSocket, fakeNetwork } from './fakeSocket.js';
export { type FakeChannel, type FakeTab, fakeTabs } from './fakeTabs.js';
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
