import type { FlowEffect, FlowInput, FlowValue } from '@handrail/flow';
import type { ActionResult, RunAction } from '@handrail/protocol';
import type { Environment } from '../environment.js';
import { HandrailError } from '../errors.js';
import { postJson } from '../http.js';
import type { Tool, ToolCall, ToolValues } from './tool.js';
import type { ToolBox } from './toolBox.js';

type ActionEffect = FlowEffect & { readonly type: 'action' };

/** What actions need. */
export interface ActionParts {
  readonly environment: Pick<Environment, 'fetch' | 'setTimeout' | 'clearTimeout'>;
  readonly tools: Pick<ToolBox, 'get'>;
  /** `null` in static mode: only the page's tools. */
  readonly server: string | null;
  readonly site: string;
  readonly newId: () => string;
  /** The customer's token, when there is one. */
  readonly token: () => string | null;
  /** An action was done, or not. */
  readonly told: (conversation: string, name: string, by: 'page' | 'server', error: HandrailError | null) => void;
}

/** Milliseconds an action may take, unless its tool says otherwise. The server gives its endpoints their own time. */
const TOOL_MS = 8_000;
const SERVER_MS = 65_000;

/** Does what an `action` step asks for: by a tool of the page, or else through the server. Never rejects. */
export async function runAction(parts: ActionParts, effect: ActionEffect, call: ToolCall): Promise<FlowInput> {
  const { name, step, input } = effect;
  const tool = parts.tools.get(name);
  const by = tool ? 'page' : 'server';
  try {
    const work = tool ? useTool(tool, effect, call) : askServer(parts, name, input);
    const result = await inTime(parts.environment, work, tool ? (tool.timeout ?? TOOL_MS) : SERVER_MS);
    const checked = checkResult(name, result);
    parts.told(call.conversation, name, by, null);
    return { type: 'result', step, ...checked };
  } catch (error) {
    const known =
      error instanceof HandrailError
        ? error
        : new HandrailError('action_failed', `${name}: ${error}`, { cause: error });
    parts.told(call.conversation, name, by, known);
    return { type: 'error', effect: 'action', reason: known.code === 'timeout' ? 'timeout' : 'failed' };
  }
}

async function useTool(tool: Tool, { name, input, confirmed }: ActionEffect, call: ToolCall): Promise<unknown> {
  if (!confirmed && tool.changes !== false) {
    throw new HandrailError(
      'forbidden',
      `${name}: expected a step that asks first (\`confirm\`), or a tool that says \`changes: false\`.`,
    );
  }
  const checked = await tool.schema?.['~standard'].validate(input);
  if (checked?.issues) {
    throw new HandrailError('bad_request', `${name}: ${checked.issues.map(issue => issue.message).join('; ')}`);
  }
  return tool.run(checked ? checked.value : input, call);
}

async function askServer(parts: ActionParts, name: string, input: ToolValues): Promise<unknown> {
  const { server, site, newId } = parts;
  if (server === null) throw new HandrailError('not_found', `${name}: no tool of this name is registered.`);
  const body: RunAction = { site, name, id: newId(), input };
  const token = parts.token();
  const headers = token === null ? {} : { headers: { authorization: `Bearer ${token}` } };
  const { values } = (await postJson(parts.environment, `${server}/api/v1/actions`, body, headers)) as ActionResult;
  return values;
}

/** One value, or several by name. */
function checkResult(name: string, result: unknown): { value?: FlowValue; values?: ToolValues } {
  if (result === undefined || result === null) return { values: {} };
  if (isValue(result)) return { value: result };
  if (typeof result === 'object' && !Array.isArray(result)) {
    const given = Object.entries(result).filter(([, value]) => value !== undefined && value !== null);
    if (given.every((entry): entry is [string, FlowValue] => isValue(entry[1])))
      return { values: Object.fromEntries(given) };
  }
  throw new HandrailError(
    'action_failed',
    `${name}: expected a text, a number, a boolean, or these by name as its result.`,
  );
}

const isValue = (value: unknown): value is FlowValue =>
  typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value));

function inTime<T>(environment: ActionParts['environment'], work: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = environment.setTimeout(() => reject(new HandrailError('timeout')), ms);
    work.then(resolve, reject).finally(() => environment.clearTimeout(timer));
  });
}
