export type { KnowledgeIo } from './cliIo.js';
export { runKnowledgeCli } from './runCli.js';
