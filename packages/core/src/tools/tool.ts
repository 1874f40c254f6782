import type { FlowValue } from '@handrail/flow';

/** Values by name, as flows have them: texts, numbers, booleans. */
export type ToolValues = Readonly<Record<string, FlowValue>>;

/** What a tool is told beside its input. */
export interface ToolCall {
  readonly conversation: string;
  /** The customer's language. */
  readonly locale: string;
}

/** A checker as zod, valibot, arktype and others are; see standardschema.dev. */
export interface StandardSchemaLike<O> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    validate(value: unknown): StandardResult<O> | Promise<StandardResult<O>>;
  };
}

/** What such a checker answers. */
export type StandardResult<O> =
  | { readonly value: O; readonly issues?: undefined }
  | { readonly issues: readonly { readonly message: string }[] };

/** What a tool answers. */
// biome-ignore lint/suspicious/noConfusingVoidType: a function that returns nothing is a tool too
export type ToolResult = FlowValue | ToolValues | null | undefined | void;

/** Something the page can do for the customer, which `action` steps of a flow name. */
export interface Tool<I = ToolValues> {
  /** Checks what the flow sends, before anything is done. Default: nothing is checked. */
  readonly schema?: StandardSchemaLike<I>;
  /**
   * Whether it changes something. Default `true`: it runs only from steps that ask first (`confirm`), after the customer's yes.
   * `false` for what only looks something up.
   */
  readonly changes?: boolean;
  /** Milliseconds it may take. Default 8000. Later the flow goes on as if it had failed. */
  readonly timeout?: number;
  /**
   * Does it. One value goes into the step's `variable`, several by name into its `output`; nothing is a result too. What it
   * throws is told as `action_failed`, and the flow goes on with the step's `failed`.
   */
  run(input: I, call: ToolCall): ToolResult | Promise<ToolResult>;
}
