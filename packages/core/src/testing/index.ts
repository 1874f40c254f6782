export { createTestClient, type TestClient, type TestClientOptions } from './createTestClient.js';
export { fixtures, type Script, testArticles } from './fixtures.js';
export type { BotExtras, OtherSide } from './otherSide.js';
export type { TestCall } from './recordCalls.js';
export type { TestArticle } from './standInKnowledge.js';
export type { TestClock } from './testClock.js';
