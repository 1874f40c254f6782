import { plainText, type Tree } from '@handrail/content';
import type { Abort } from './abort.js';
import type { BotPartOptions } from './botPart.js';
import type { RunFlowParts } from './runFlow.js';
import { attachToBot, type BotTurn } from './thread.js';

/** What writing takes of the bot's part. */
export interface WriterParts
  extends Pick<
    BotPartOptions,
    'environment' | 'resolved' | 'newId' | 'stores' | 'threads' | 'desk' | 'tell' | 'failed'
  > {
  readonly token: () => string | null;
}

/** Shows answers of the site's language model while they are written. */
export interface Writer {
  readonly write: RunFlowParts['write'];
  interrupt(conversation: string): void;
}

/** @internal */
export function createWriter(parts: WriterParts): Writer {
  const { environment, resolved, stores, threads, desk, tell, failed } = parts;
  const underWay = new Map<string, Abort>();

  /** Shows it sentence by sentence; in a conversation that is in the log whole, for what is there stays as it is. */
  function createScreen(id: string) {
    const thread = threads.get(id);
    const isLogged = thread !== undefined && desk.started(thread);
    let shown = false;
    return {
      grow(tree: Tree) {
        if (!isLogged) this.show({ tree, text: plainText(tree) });
      },
      show(turn: Pick<BotTurn, 'tree' | 'text' | 'answer'>) {
        if (shown) threads.alter(id, now => attachToBot(now, turn));
        else desk.say(id, 'bot', turn);
        shown = true;
      },
    };
  }

  return {
    async write(conversation, effect) {
      const { server, site } = resolved;
      if (server === null || !stores.$consent.get().ai) return { result: 'failed' };
      const giveUp = environment.abort();
      let left = false;
      underWay.set(conversation, {
        ...giveUp,
        abort() {
          left = true;
          giveUp.abort();
        },
      });
      const screen = createScreen(conversation);
      const locale = stores.$locale.get();
      try {
        const { writeAnswer } = await import('./writeAnswer.js');
        const { result, sources, tree } = await writeAnswer(
          {
            environment,
            server,
            site,
            locale,
            giveUp,
            id: parts.newId(),
            token: parts.token(),
            turns: threads.get(conversation)?.turns ?? [],
            tell: words => screen.grow(words),
          },
          effect,
        );
        if (left) return null;
        const [source, ...others] = sources;
        if (tree.length > 0) {
          const answer = source && { ...source, locale, quote: [], ...(others.length > 0 ? { others } : {}) };
          screen.show({ tree, text: plainText(tree), ...(answer ? { answer } : {}) });
          tell('bot:answer', { conversation, sources: sources.map(({ article }) => ({ article })), by: 'model' });
        }
        return { result, ...(source ? { article: source.article } : {}) };
      } catch (error) {
        if (left) return null;
        failed(error);
        throw error;
      } finally {
        underWay.delete(conversation);
      }
    },
    interrupt: conversation => underWay.get(conversation)?.abort(),
  };
}
