export type { AgentStores, Colleague } from './agentStores.js';
export { type Agent, type AgentEvents, type AgentOptions, createAgent, type Place } from './createAgent.js';
