import type { Block, CalloutKind } from '@handrail/content';
import { Fold } from './Fold.js';
import { inlines } from './inlines.js';
import { blocks, drawCallout, drawItem } from './nodes.js';
import { NoteMark, Notes } from './notes.js';
import type { RenderOptions, RenderText } from './renderOptions.js';
import { Video } from './Video.js';

const NAMES = new Map<CalloutKind, RenderText>([
  ['tip', 'kindTip'],
  ['warning', 'kindWarning'],
  ['danger', 'kindDanger'],
]);

/** What an article draws that a message does not: videos, footnotes, parts that fold, titles and names of callouts. */
export const drawForArticle: NonNullable<RenderOptions['draw']> = (node, options) => {
  const { say } = options;
  switch (node.t) {
    case 'video':
      return <Video src={node.src} title={node.title} options={options} />;
    case 'noteref':
      return <NoteMark n={Number(node.n)} say={say} />;
    case 'list':
      return node.notes ? <Notes items={node.items.map(item => drawItem(item, options))} say={say} /> : undefined;
    case 'callout': {
      const c = node.titled ? withBoldLead(node.c) : node.c;
      return drawCallout({ ...node, c }, options, say(NAMES.get(node.kind) ?? 'kindNote'));
    }
    case 'quote':
      return node.fold ? drawFold(node.c, options) : undefined;
    default:
      return undefined;
  }
};

function drawFold([first, ...rest]: readonly Block[], options: RenderOptions) {
  const isText = first?.t === 'p';
  return (
    <Fold summary={isText ? inlines(first.c, options) : '…'}>
      {blocks(isText || !first ? rest : [first, ...rest], options)}
    </Fold>
  );
}

function withBoldLead([first, ...rest]: readonly Block[]): readonly Block[] {
  return first?.t === 'p' ? [{ t: 'p', c: [{ t: 'strong', c: first.c }] }, ...rest] : first ? [first, ...rest] : rest;
}
