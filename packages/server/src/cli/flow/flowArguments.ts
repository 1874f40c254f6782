/** What `handrail flow` was asked. */
export interface FlowArguments {
  readonly command: (typeof COMMANDS)[number];
  /** Definitions, or the questions to replay; none for `schema`. */
  readonly files: readonly string[];
  readonly options: FlowOptions;
}

/** Options of all of them. */
export interface FlowOptions {
  readonly out?: string;
  readonly locale?: string;
  readonly knowledge?: string;
  readonly actions?: 'ask' | 'fail';
  readonly old?: string;
  readonly new?: string;
  readonly json?: boolean;
  readonly failOnChange?: boolean;
}

const COMMANDS = ['check', 'migrate', 'schema', 'draw', 'run', 'replay'] as const;

/** For `parseArgs`. */
export const FLOW_OPTIONS = {
  out: { type: 'string' },
  locale: { type: 'string' },
  knowledge: { type: 'string' },
  actions: { type: 'string' },
  old: { type: 'string' },
  new: { type: 'string' },
  'fail-on-change': { type: 'boolean' },
} as const;

/** Reads what follows `handrail flow`, or says what is wrong with it. */
export function readFlowArguments(
  [name = '', ...files]: readonly string[],
  { actions, ...values }: FlowValues,
): FlowArguments | string {
  const command = COMMANDS.find(one => one === name);
  if (command === undefined)
    return `flow: expected ${COMMANDS.slice(0, -1).join(', ')} or ${COMMANDS.at(-1)}, got ${name === '' ? 'none' : `"${name}"`}`;
  if (actions !== undefined && actions !== 'ask' && actions !== 'fail')
    return `flow ${command}: --actions: expected ask or fail, got "${actions}"`;
  const most = command === 'schema' ? 0 : command === 'check' || command === 'migrate' ? Number.POSITIVE_INFINITY : 1;
  if (files.length > most) return `flow ${command}: expected no more, got "${files[most]}"`;
  if (files.length === 0 && most > 0) return `flow ${command}: expected a file, got none`;
  if (command === 'replay' && values.new === undefined) return 'flow replay: expected --new FILE, got none';
  return {
    command,
    files,
    options: { ...values, failOnChange: values['fail-on-change'] ?? false, ...(actions ? { actions } : {}) },
  };
}

/** What `parseArgs` gives for the options. */
type FlowValues = Omit<FlowOptions, 'failOnChange' | 'actions'> & {
  readonly actions?: string;
  readonly 'fail-on-change'?: boolean;
};
