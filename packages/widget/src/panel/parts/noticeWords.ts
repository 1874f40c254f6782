import type { NoticeItem } from '@handrail/core';
import type { Words } from '../../text/words.js';

/** What a screen reader is told of something between messages; empty when nothing. */
export function noticeWords({ notice, name = '' }: NoticeItem, words: Words): string {
  switch (notice) {
    case 'joined':
      return words('joined', { name });
    case 'agent_gone':
      return words('agentGone');
    case 'long_wait':
      return words('longWait');
    case 'still_with_you':
      return words('stillWithYou', { name });
    case 'still_there':
      return words('stillThere');
    default:
      return '';
  }
}
