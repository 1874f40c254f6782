/** A short number people can say on the phone, made from a conversation's id. For display only; it is not unique. */
export function conversationNumber(id: string): string {
  return `H-${id.slice(-5).toUpperCase()}`;
}
