export { type FakeServer, fakeServer } from './fakeServer.js';
export { type ClientSocket, type FakeNetwork, type FakeSocket, fakeNetwork } from './fakeSocket.js';
export { type FakeChannel, type FakeTab, fakeTabs } from './fakeTabs.js';
export { type FaultProxy, faultProxy } from './faultProxy.js';
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
export {
  type HistoryChecker,
  type HistoryReport,
  historyChecker,
  type Promised,
  type Shown,
  type Written,
} from './historyChecker.js';
export type { Way } from './lane.js';
export { type LocalPair, localPair, type PairEnd, type Travelled } from './localPair.js';
export { type ManualClock, manualClock } from './manualClock.js';
export { type NemesisOptions, nemesis, type Step, seedOf, withSeed } from './nemesis.js';
export { type SeededRandom, seededRandom } from './seededRandom.js';
export { type ModelReply, type ModelRequest, type StandInModel, startStandInModel } from './standInModel.js';
export {
  filled,
  fits,
  goodHello,
  logEvent,
  type Names,
  readTranscripts,
  type Transcript,
  type TranscriptLine,
} from './transcript.js';
export { type WebProxy, webProxy } from './webProxy.js';
