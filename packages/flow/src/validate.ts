export type { FlowError } from './check/flowError.js';
export { type PublishResult, publish } from './check/publish.js';
export { validate } from './check/validateDefinition.js';
