import type { Shim } from '../shim.js';

/** A message in the words of Zendesk, as far as Handrail knows them. */
interface ZendeskMessage {
  readonly content?: { readonly type?: string; readonly text?: string };
}

/** What a page does to messages; `null` sends, or shows, nothing. */
export type ChangeMessage = (message: object, data: object) => unknown;

/** Lets a page look at messages before they are sent and shown; a second function of a name takes the place of the first. */
export function createMessageHooks(shim: Shim): (name: 'send' | 'display', change: ChangeMessage) => void {
  const hooks: { send?: ChangeMessage | undefined; display?: ChangeMessage | undefined } = {};
  let used = false;
  const wordsOf = (changed: unknown, before: string) =>
    (changed as ZendeskMessage | undefined)?.content?.text ?? before;
  const contentOf = (text: string) => ({ content: { type: 'text', text } });
  const use = () =>
    shim.call('use', {
      async beforeSend(message) {
        const changed = await hooks.send?.(contentOf(message.text), {});
        return changed === null ? null : { ...message, text: wordsOf(changed, message.text) };
      },
      beforeDisplay(message) {
        const author = { type: message.from === 'visitor' ? 'user' : 'business' };
        const changed = hooks.display?.({ id: message.id, author, ...contentOf(message.text) }, {});
        if (changed === null) return null;
        const text = wordsOf(changed, message.text);
        return text === message.text ? message : { ...message, text };
      },
    });
  shim.onEnd(() => {
    hooks.send = hooks.display = undefined;
  });
  return (name, change) => {
    hooks[name] = change;
    if (!used) use();
    used = true;
  };
}
