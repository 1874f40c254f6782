import { HandrailError } from '../errors.js';
import type { Tool } from './tool.js';

/** The page's tools by name. */
export interface ToolBox {
  get(name: string): Tool | undefined;
  /** Adds a tool, or takes the place of one; returns what takes it away again. */
  register<I>(name: string, tool: Tool<I>): () => void;
}

/** @internal */
export function createToolBox(): ToolBox {
  const tools = new Map<string, Tool>();
  return {
    get: name => tools.get(name),
    register(name, tool) {
      if (typeof name !== 'string' || name === '') throw wrong('a name', name);
      if (typeof tool?.run !== 'function') throw wrong('an object with `run`', tool);
      const own = tool as unknown as Tool;
      tools.set(name, own);
      return () => {
        if (tools.get(name) === own) tools.delete(name);
      };
    },
  };
}

const wrong = (expected: string, got: unknown) =>
  new HandrailError(
    'bad_request',
    `registerTool: expected ${expected}, got ${got === '' ? 'an empty text' : typeof got}.`,
  );
