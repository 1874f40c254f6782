import type { Conversation } from '@handrail/protocol';
import { useEffect, useState } from 'preact/hooks';
import { type Alert, badge, watchAlerts } from '../state/alerts.js';
import { useInbox } from '../state/InboxContext.js';
import { visitorName } from '../state/naming.js';
import { playSoftSound } from '../state/softSound.js';
import { useStore } from '../state/useStore.js';
import { useViewer } from '../state/useViewer.js';
import type { Text } from '../text/createText.js';
import { useText } from '../text/TextContext.js';

/** Tells of new customers and messages: politely to screen readers, by the title, and as the agent wishes. */
export function Announcer() {
  const { agent, places, preferences } = useInbox();
  const text = useText();
  const [said, setSaid] = useState('');
  const records = useStore(agent.$conversations);
  const count = badge(records, useViewer());
  useEffect(() => {
    const title = text.t('title');
    document.title = count > 0 ? `(${text.number(count)}) ${title}` : title;
  }, [count, text]);
  useEffect(
    () =>
      watchAlerts(agent, alert => {
        const words = alertWords(alert, text);
        const { notifications, sound } = preferences.$preferences.get();
        const looking = document.visibilityState === 'visible' && document.hasFocus();
        setSaid(words);
        if (sound) playSoftSound();
        if (notifications && !looking) notify(words, alert.record, id => places.go({ conversation: id }));
      }),
    [agent, places, preferences, text],
  );
  return (
    <div class="hidden" role="status" aria-live="polite">
      {said}
    </div>
  );
}

function alertWords({ kind, record }: Alert, text: Text): string {
  const name = visitorName(record, text);
  if (kind === 'waiting') return text.t('announceWaiting', { name });
  const { preview } = record;
  const files = preview?.files ? text.t('fileCount', { count: preview.files }) : '';
  return text.t('announceMessage', { name, text: preview?.text || files });
}

function notify(words: string, record: Conversation, open: (id: string) => void) {
  if (typeof Notification === 'undefined' || Notification.permission !== 'granted') return;
  const notification = new Notification(words, { tag: record.id });
  notification.onclick = () => {
    window.focus();
    open(record.id);
    notification.close();
  };
}
