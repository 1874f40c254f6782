import type { LogEvent } from '@handrail/protocol';
import type { Tell } from './events.js';

/** Tells listeners of what came from the server. */
export function tellEntered(events: readonly LogEvent[], tell: Tell): void {
  for (const event of events) {
    const { conversation } = event;
    if (event.kind === 'message' && event.sender.kind === 'agent' && !event.body.deleted) {
      const { name } = event.sender;
      tell('message:received', { id: event.id, conversation, text: event.body.text, ...(name ? { name } : {}) });
    } else if (event.kind === 'owner' && event.body.owner === 'human') {
      tell('handoff:accepted', { conversation, agent: event.body.agent?.name ?? '' });
    } else if (event.kind === 'owner' && event.body.owner === 'bot' && event.sender.kind === 'agent') {
      tell('handoff:returned', { conversation });
    } else if (event.kind === 'closed') {
      tell('conversation:end', { id: conversation });
    }
  }
}
