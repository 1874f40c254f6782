import { type Tree, textLinks } from '@handrail/content';
import { languageOf } from '@handrail/content/language';
import { useText } from '../text/TextContext.js';
import { Inlines, TreeView } from './TreeView.js';

/** A text as it was written, or its tree when the server made one. */
export function Spoken({ text, tree }: { text: string; tree?: Tree | undefined }) {
  const { language } = useText();
  return (
    <div class="spoken" dir="auto" lang={languageOf(text, language)}>
      {tree && tree.length > 0 ? (
        <TreeView tree={tree} />
      ) : (
        <p class="plain">
          <Inlines nodes={textLinks(text)} />
        </p>
      )}
    </div>
  );
}
