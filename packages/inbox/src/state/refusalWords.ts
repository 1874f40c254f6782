import type { Text } from '../text/createText.js';

/** Why the server refused something, in the agent's language where the reason is a known one. */
export function refusalWords(problem: { code: string; message: string } | undefined, text: Text): string {
  switch (problem?.code) {
    case 'owner_changed':
      return text.t('ownerChanged');
    case 'at_capacity':
      return text.t('atCapacity');
    case 'conversation_closed':
      return text.t('conversationClosed');
    case 'text_too_long':
    case 'too_large':
      return text.t('textTooLong');
    case 'file_refused':
      return text.t('fileRefused');
    case 'unknown_file':
      return text.t('fileGone');
    case 'not_found':
      return text.t('messageGone');
    case 'forbidden':
      return text.t('notAllowed');
    default:
      return text.t('otherReason', { message: problem?.message ?? '' });
  }
}
