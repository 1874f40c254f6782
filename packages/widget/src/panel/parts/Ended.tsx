import type { TimelineItem } from '@handrail/core';
import type { Conversation } from '@handrail/protocol';
import { useState } from 'preact/hooks';
import { usePanel } from '../panelContext.js';
import { useStore } from '../useStore.js';
import { NewChat } from './NewChat.js';
import { Survey } from './Survey.js';

/** Below a conversation that is over: how it was, where a person took part, and the way on. */
export function Ended({ messages }: { messages: readonly TimelineItem[] }) {
  const conversation = useStore(usePanel().client.$conversation);
  const met = messages.some(item => item.kind === 'notice' && item.notice === 'joined');
  return met && conversation ? <AfterPerson key={conversation.id} conversation={conversation} /> : <NewChat />;
}

/** The survey, unless it was answered on an earlier visit; its thanks stay after the score has arrived. */
function AfterPerson({ conversation }: { conversation: Conversation }) {
  const [ask] = useState(() => !conversation.csat);
  return ask ? <Survey conversation={conversation} skipped={<NewChat />} /> : <NewChat />;
}
