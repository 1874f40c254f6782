import type { Tree } from '@handrail/content';
import { Nodes } from '../../render/nodes.js';
import type { RenderOptions } from '../../render/renderOptions.js';
import { usePanel } from '../panelContext.js';

interface ProseProps {
  readonly tree: Tree;
  readonly images?: 'draw' | 'link';
  readonly draw?: RenderOptions['draw'];
}

/** A safe token tree with the panel's own links and images. */
export function Prose({ tree, images = 'draw', draw }: ProseProps) {
  const { client, navigation, words } = usePanel();
  return (
    <Nodes
      tree={tree}
      options={{
        base: client.knowledgeBase,
        images,
        ...(draw && { draw }),
        openArticle: (id, section) => navigation.go({ name: 'article', id, section }),
        say: (text, values) => words(text, values),
      }}
    />
  );
}
