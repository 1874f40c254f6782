export type { AgentConfig } from './access/who.js';
export type { Bus, BusMessage } from './bus/bus.js';
export { createServer, type HandrailServer, type ServerOptions } from './createServer.js';
export { DEFAULT_SERVER_LIMITS, type ServerLimits } from './gateway/serverLimits.js';
export type { ServerConfig, ServerParts } from './parts.js';
export { createMemoryStore } from './store/memory.js';
export { createSqliteStore, type SqliteStoreOptions } from './store/sqlite/createSqliteStore.js';
export type { Appended, Draft, Marked, Refusal, Session, Store } from './store/store.js';
export { StoreError } from './store/storeError.js';
