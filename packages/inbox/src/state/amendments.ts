import type { Line, Unsent } from './line.js';

/** Lines as they will read when the edits and deletions on their way have arrived; refused ones change nothing. */
export function withAmendments(
  lines: readonly Line[],
  conversation: string,
  unsent: readonly Unsent[],
  online: boolean,
): Line[] {
  const delivery = online ? 'sending' : 'waiting';
  return unsent.reduce<Line[]>(
    (now, { frame, at, refused }) => {
      if (refused || frame.conversation !== conversation) return now;
      if (frame.kind !== 'edited' && frame.kind !== 'deleted') return now;
      const { kind, body } = frame;
      return now.map(line => {
        if (line.kind !== 'message' || line.id !== body.message || line.from !== 'agent') return line;
        const { tree: _old, files, ...rest } = line;
        if (kind === 'deleted') return { ...rest, text: '', deleted: at, delivery };
        return { ...rest, ...(files ? { files } : {}), text: body.text, edited: at, delivery };
      });
    },
    [...lines],
  );
}
