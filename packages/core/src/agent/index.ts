export type { Agent, AgentEvents, AgentOptions, Place } from './agent.js';
export type { AgentStores, Colleague } from './agentStores.js';
export { createAgent } from './createAgent.js';
