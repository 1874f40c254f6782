import type { Tree } from '@handrail/content';
import { Nodes } from '../../render/nodes.js';
import { usePanel } from '../panelContext.js';

/** A safe token tree with the panel's own links and images. */
export function Prose({ tree, images = 'draw' }: { tree: Tree; images?: 'draw' | 'link' }) {
  const { client, navigation, words } = usePanel();
  return (
    <Nodes
      tree={tree}
      options={{
        base: client.knowledgeBase,
        images,
        openArticle: (id, section) => navigation.go({ name: 'article', id, section }),
        say: (text, values) => words(text, values),
      }}
    />
  );
}
