import { styleText } from 'node:util';
import type { KnowledgeIo } from './cliIo.js';

/** Colours for people at a terminal; plain text elsewhere and with `NO_COLOR` (no-color.org). */
export type Ink = (style: 'red' | 'yellow' | 'green' | 'dim' | 'bold', text: string) => string;

/** Colours as the terminal and the environment allow them. */
export function createInk({ isTerminal, env }: Pick<KnowledgeIo, 'isTerminal' | 'env'>): Ink {
  const plain = !isTerminal || Boolean(env.NO_COLOR) || env.TERM === 'dumb';
  return (style, text) => (plain ? text : styleText(style, text, { validateStream: false }));
}
