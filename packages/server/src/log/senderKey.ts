/** Who wrote or uploaded something, as one word; beside conversation and id it makes an event unique. */
export function senderKey({ kind, id }: { readonly kind: string; readonly id: string }): string {
  return `${kind}:${id}`;
}
