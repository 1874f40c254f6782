import type { FlowInput } from '@handrail/flow';

/** What the runner needs. */
export interface BotRunnerParts {
  /** Rejects when the flow, or the code that runs it, could not be had. */
  readonly run: (conversation: string, input: FlowInput) => Promise<void>;
  /** The customer goes on. */
  readonly interrupt: (conversation: string) => void;
  /** Opens the contact form. */
  readonly contact: (conversation: string, reason: 'failed') => void;
  readonly thinking: (on: boolean) => void;
}

/** Feeds a conversation's flow; inputs of one conversation run one after another. */
export interface BotRunner {
  input(conversation: string, input: FlowInput): Promise<void>;
}

/** @internal */
export function createBotRunner({ run, interrupt, contact, thinking }: BotRunnerParts): BotRunner {
  const queues = new Map<string, Promise<void>>();
  return {
    input(conversation, input) {
      const before = queues.get(conversation) ?? Promise.resolve();
      thinking(true);
      interrupt(conversation);
      const mine = before
        .then(() => run(conversation, input))
        .catch((error: unknown) => {
          // Without its flow the bot cannot speak; the way to people is still there.
          contact(conversation, 'failed');
          throw error;
        });
      const settled = mine
        .catch(() => {})
        .finally(() => {
          if (queues.get(conversation) !== settled) return;
          queues.delete(conversation);
          thinking(false);
        });
      queues.set(conversation, settled);
      return mine;
    },
  };
}
