declare module '@nlpjs/basic' {
  interface Classified {
    readonly intent: string;
    readonly score: number;
  }

  interface Container {
    use(plugin: unknown): unknown;
    get(name: 'nlp'): NlpManager;
    registerConfiguration(tag: string, settings: Record<string, unknown>): void;
  }

  interface NlpManager {
    settings: Record<string, unknown>;
    addLanguage(locale: string): void;
    addDocument(locale: string, text: string, intent: string): void;
    train(): Promise<unknown>;
    /** The intent is `None` when nothing reaches the threshold. */
    process(locale: string, text: string): Promise<Classified & { readonly classifications: readonly Classified[] }>;
    export(): string;
  }

  const basic: {
    containerBootstrap(): Promise<Container>;
    readonly Nlp: unknown;
    readonly LangEn: unknown;
  };
  export default basic;
}
