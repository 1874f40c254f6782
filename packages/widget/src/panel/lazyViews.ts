import { addDrawings, type Drawings } from './parts/Icon.js';
import type { ArticleViews } from './views/articleViews.js';
import type { ChatViews } from './views/chatViews.js';
import type { FileViews } from './views/fileViews.js';
import type { FormViews } from './views/formViews.js';
import type { LanguageViews } from './views/languageViews.js';
import type { MatchingViews } from './views/matchingViews.js';
import type { QueueViews } from './views/queueViews.js';
import type { TalkViews } from './views/talkViews.js';

/** Views that are files of their own; each is fetched once, and again after a failure. */
export interface LazyViews {
  article(): Promise<ArticleViews>;
  chat(): Promise<ChatViews>;
  forms(): Promise<FormViews>;
  files(): Promise<FileViews>;
  queue(): Promise<QueueViews>;
  matching(): Promise<MatchingViews>;
  talk(): Promise<TalkViews>;
  language(): Promise<LanguageViews>;
}

/** @param style adds a style sheet to the widget, once */
export function createLazyViews(style: (css: string) => void): LazyViews {
  const once = <V extends { css: readonly string[]; drawings?: Drawings }>(load: () => Promise<V>) => {
    let loading: Promise<V> | null = null;
    return () => {
      loading ??= load().then(views => {
        for (const css of views.css) style(css);
        if (views.drawings) addDrawings(views.drawings);
        return views;
      });
      loading.catch(() => {
        loading = null;
      });
      return loading;
    };
  };
  return {
    article: once(async () => (await import('./views/articleViews.js')).articleViews),
    chat: once(async () => (await import('./views/chatViews.js')).chatViews),
    files: once(async () => (await import('./views/fileViews.js')).fileViews),
    queue: once(async () => (await import('./views/queueViews.js')).queueViews),
    matching: once(async () => (await import('./views/matchingViews.js')).matchingViews),
    talk: once(async () => (await import('./views/talkViews.js')).talkViews),
    language: once(async () => (await import('./views/languageViews.js')).languageViews),
    forms: once(async () => (await import('./views/formViews.js')).formViews),
  };
}
