import type { FlowInput } from '@handrail/flow';
import { handoff } from './actions/people.js';
import type { BotRunner } from './botRunner.js';
import type { ConversationDesk } from './conversationDesk.js';
import type { ConversationPartOptions } from './conversationPart.js';
import { readVisitor } from './identity/readVisitor.js';
import { createRunFlow, type RunFlow, type RunFlowParts } from './runFlow.js';
import { attachToBot } from './thread.js';
import type { Threads } from './threads.js';
import { createWriter } from './writer.js';

/** What the bot's part shares with the conversations it speaks in. */
export interface BotPartOptions
  extends Pick<ConversationPartOptions, 'environment' | 'resolved' | 'prefix' | 'newId' | 'stores' | 'knowledge'>,
    Pick<ConversationPartOptions, 'tools' | 'tell' | 'failed' | 'refreshAvailability'>,
    Pick<RunFlowParts, 'contact'> {
  readonly threads: Threads;
  readonly desk: ConversationDesk;
  readonly bot: BotRunner;
  /** Whether the client has ended. */
  readonly stopped: () => boolean;
}

/** Runs flows for a client's conversations. */
export interface BotPart extends RunFlow {
  /** The customer goes on: an answer that is still being written is given up. */
  interrupt(conversation: string): void;
}

/** Wires what runs a flow to a client's conversations. */
export function createBotPart(parts: BotPartOptions): BotPart {
  const { environment, resolved, prefix, stores, threads, desk, tell, failed } = parts;
  const { storage } = environment;
  const token = () => readVisitor(storage.get(`${prefix}visitor`))?.token ?? null;
  const writer = createWriter({ ...parts, token });
  const run = createRunFlow({
    environment,
    flow: resolved.flow,
    knowledge: parts.knowledge,
    locale: () => stores.$locale.get(),
    state: id => threads.get(id)?.flow ?? null,
    keep: (id, flow) => threads.alter(id, thread => ({ ...thread, flow })),
    say: (id, turn) => desk.say(id, 'bot', turn),
    attach: (id, more) => threads.alter(id, thread => attachToBot(thread, more)),
    handoff: async (id, asked) => {
      const availability = await parts.refreshAvailability().catch(() => null);
      if (availability?.state !== 'online') return availability?.state === 'away' ? 'away' : 'offline';
      try {
        await handoff(desk, id, asked, tell);
        return 'online';
      } catch (error) {
        failed(error);
        return 'offline';
      }
    },
    contact: parts.contact,
    saidAt: id => {
      const thread = threads.get(id);
      if (!thread || desk.ownerOf(thread) !== 'bot') return null;
      return thread.turns.findLast(turn => turn.by === 'visitor')?.at ?? null;
    },
    claim(word) {
      if (parts.stopped() || storage.get(`${prefix}silence`) === word) return false;
      storage.set(`${prefix}silence`, word);
      return true;
    },
    silent: (id, minutes) => void parts.bot.input(id, { type: 'silence', minutes }).catch(failed),
    actions: {
      environment,
      tools: parts.tools,
      server: resolved.server,
      site: resolved.site,
      newId: parts.newId,
      token,
      told: (conversation, name, by, error) => {
        if (error) failed(error);
        tell('bot:action', { conversation, name, by, result: error ? 'failed' : 'done' });
      },
    },
    write: writer.write,
    missed: id => tell('bot:noanswer', { conversation: id }),
    resolved: (id, how) => tell('bot:resolved', { conversation: id, how }),
    takesFiles: resolved.server !== null,
    surveyed: (conversation, survey, score) => {
      const asked = { conversation, survey, by: 'flow' } as const;
      if (score === null) tell('survey:shown', asked);
      else tell('survey:submitted', { ...asked, score });
    },
    answered: (id, article, probability) =>
      tell('bot:answer', { conversation: id, sources: [{ article }], probability }),
  });
  /** A person who gave the conversation back told the log, not the flow: it hears of it before it hears the customer. */
  async function goOn(id: string, input: FlowInput) {
    const thread = threads.get(id);
    const isBack = thread?.flow?.phase === 'handoff' && desk.ownerOf(thread) === 'bot';
    if (isBack && input.type !== 'returned') await run(id, { type: 'returned' });
    await run(id, input);
  }
  return Object.assign(goOn, { resume: run.resume, interrupt: writer.interrupt });
}
