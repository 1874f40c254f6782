/** The same whether it does not exist or is another's: nobody learns which. */
export function notFound(conversation: string) {
  const message = `There is no conversation ${conversation}.`;
  return { t: 'error', code: 'not_found', message, path: '/conversation', got: conversation } as const;
}
