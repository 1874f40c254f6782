export type { FlowError } from './check/flowError.js';
export { type Migrated, migrate } from './check/migrate.js';
export { type PublishResult, publish } from './check/publish.js';
export { entriesOf, type Target, targetsOf } from './check/targetsOf.js';
export { validate } from './check/validateDefinition.js';
