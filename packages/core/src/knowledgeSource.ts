import type { Environment } from './environment.js';
import { HandrailError } from './errors.js';
import type { KnowledgeMethods } from './knowledgeMethods.js';

/** The help centre as the rest of the client sees it; read when it is first needed. */
export interface KnowledgeSource extends KnowledgeMethods {
  /** Where the files are; images are relative to it. */
  readonly base: string;
}

/**
 * @param base address of the folder with `knowledge.json`, ending in `/`
 * @param timeout ms after which a file counts as missing
 */
export function createKnowledgeSource(environment: Environment, base: string, timeout: number): KnowledgeSource {
  let loading: Promise<KnowledgeMethods> | null = null;

  function load(): Promise<KnowledgeMethods> {
    loading ??= import('./knowledgeReader.js').then(({ readKnowledge }) => readKnowledge(environment, base, timeout));
    loading.catch(() => {
      // The next question tries again: the network may be back.
      loading = null;
    });
    return loading;
  }

  async function ask<T>(question: (methods: KnowledgeMethods) => Promise<T>): Promise<T> {
    try {
      return await question(await load());
    } catch (cause) {
      if (cause instanceof HandrailError) throw cause;
      throw new HandrailError('knowledge_failed', cause instanceof Error ? cause.message : String(cause), { cause });
    }
  }

  return {
    base,
    find: (...given) => ask(known => known.find(...given)),
    match: (...given) => ask(known => known.match(...given)),
    article: (...given) => ask(known => known.article(...given)),
    articles: (...given) => ask(known => known.articles(...given)),
    intents: (...given) => ask(known => known.intents(...given)),
    suggest: (...given) => ask(known => known.suggest(...given)),
  };
}
