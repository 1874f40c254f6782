import type { About } from '../said.js';
import type { Calls, Shim } from '../shim.js';
import { type AskForToken, type LoginDone, loginUser } from './loginUser.js';
import { type ChangeMessage, createMessageHooks } from './messageHooks.js';

const UNTOLD = 'Handrail does not tell pages of it.';
const OF_THE_SITE = 'It is a setting of the site in Handrail.';
const NO_DEPARTMENTS = 'Handrail has no departments.';
const NO_WINDOW = 'The panel has no window of its own.';
const BY_ITSELF = 'Handrail asks `getToken` by itself.';

/** Words of a chat for what Handrail calls availability. */
const STATUS = { online: 'online', away: 'away', closed: 'offline' } as const;

/** Views of the panel that have a name of their own in the classic widget; the others are its help centre. */
const SCREENS: Readonly<Record<string, string>> = { chat: 'chat', contact: 'contactForm' };

/** What `zE(scope, name, …)` does, by scope and name; a text says why nothing is done. */
export function zendeskCalls(shim: Shim) {
  const open = () => shim.call('open');
  const close = () => shim.call('close');
  const hook = createMessageHooks(shim);
  let view = '';
  let hidden = false;
  for (const type of ['open', 'viewchange'] as const) {
    shim.on(type, ({ data }) => {
      view = data.view;
    });
  }
  const show = () => {
    hidden = false;
    return shim.call('show');
  };
  const hide = () => {
    hidden = true;
    return shim.call('hide');
  };
  const setLocale = (tag: string) => shim.call('setLocale', tag);
  const logout = () => shim.logout();
  const say = (text: string) => shim.call('ask', text);
  const opened = (listener: () => void) => shim.on('open', () => listener());
  const closed = (listener: () => void) => shim.on('close', () => listener());
  const counted = (listener: (count: number) => void) => shim.on('unread', ({ data }) => listener(data.count));
  const started = (listener: () => void) => shim.on('conversation:start', () => listener());

  return {
    'messenger show': show,
    'messenger hide': hide,
    'messenger open': open,
    'messenger close': close,
    'messenger loginUser': (ask: AskForToken, done?: LoginDone) => void loginUser(shim, ask, done),
    'messenger logoutUser': logout,
    async 'messenger resetWidget'(done?: () => void) {
      await logout();
      done?.();
    },
    'messenger newConversation'(given?: { message?: { content?: { text?: string } } }) {
      const text = given?.message?.content?.text;
      return text ? say(text) : shim.call('newConversation', {});
    },
    'messenger sendMessage'(message: { content?: { text?: string } }) {
      if (message.content?.text) say(message.content.text);
    },
    'messenger render': NO_WINDOW,
    'messenger:ui navigation': 'The panel opens at places, not at screens of Zendesk.',
    'messenger:open voice': 'Handrail has no calls by voice.',
    'messenger:set locale': setLocale,
    'messenger:set zIndex': (zIndex: number) => shim.call('update', { launcher: { zIndex } }),
    'messenger:set customization': OF_THE_SITE,
    'messenger:set cookies': 'Handrail stores nothing before somebody writes.',
    'messenger:set conversationFields'(fields: readonly { id: string; value: unknown }[], done?: () => void) {
      shim.said.attributes(Object.fromEntries(fields.map(({ id, value }) => [id, value])));
      done?.();
    },
    'messenger:set conversationTags': (tags: readonly string[]) => shim.call('addTags', tags),
    'messenger:set conversationMetadata': (data: About) => shim.said.attributes(data),
    'messenger:set beforeMessageSent': (change: ChangeMessage) => hook('send', change),
    'messenger:set beforeMessageDisplay': (change: ChangeMessage) => hook('display', change),
    'messenger:on open': opened,
    'messenger:on close': closed,
    'messenger:on unreadMessages': counted,
    'messenger:on conversationStarted': started,
    'messenger:on conversationOpened': UNTOLD,

    'webWidget show': show,
    'webWidget hide': hide,
    'webWidget open': open,
    'webWidget close': close,
    'webWidget toggle': () => shim.call('toggle'),
    'webWidget setLocale': setLocale,
    'webWidget identify': ({ email, ...about }: { email?: string }) => shim.identify(email, { ...about, email }),
    'webWidget logout': logout,
    'webWidget reset': logout,
    'webWidget updatePath': ({ url }: { url?: string } = {}) => url && shim.call('page', url),
    'webWidget chat:send': say,
    'webWidget prefill': (fields: Readonly<Record<string, { value?: unknown }>>) =>
      shim.said.form(Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.value]))),
    'webWidget clear': () => shim.said.clearForm(),
    'webWidget updateSettings': OF_THE_SITE,
    'webWidget popout': NO_WINDOW,
    'webWidget chat:end': () => shim.call('endConversation'),
    'webWidget chat:addTags': (tags: readonly string[]) => shim.call('addTags', tags),
    'webWidget chat:removeTags': (tags: readonly string[]) => shim.call('removeTags', tags),
    'webWidget chat:reauthenticate': BY_ITSELF,
    'webWidget helpCenter:reauthenticate': BY_ITSELF,
    'webWidget helpCenter:setSuggestions': 'Articles are suggested by the address of the page.',
    'webWidget:get display'() {
      if (shim.call('isOpen') !== true) return hidden ? 'hidden' : 'launcher';
      return SCREENS[view] ?? 'helpCenter';
    },
    'webWidget:get chat:isChatting': UNTOLD,
    'webWidget:get chat:unreadMessages': () => shim.call('getUnreadCount') ?? 0,
    'webWidget:get chat:department': NO_DEPARTMENTS,
    'webWidget:get chat:departments': NO_DEPARTMENTS,
    'webWidget:on open': opened,
    'webWidget:on close': closed,
    'webWidget:on userEvent': UNTOLD,
    'webWidget:on chat:connected': (listener: () => void) =>
      shim.on('connection', ({ data }) => data.state === 'online' && listener()),
    'webWidget:on chat:start': started,
    'webWidget:on chat:end': (listener: () => void) => shim.on('conversation:end', () => listener()),
    'webWidget:on chat:status': (listener: (status: string) => void) =>
      shim.on('availability', ({ data }) => listener(STATUS[data.state])),
    'webWidget:on chat:unreadMessages': counted,
    'webWidget:on chat:departmentStatus': NO_DEPARTMENTS,
    'webWidget:on chat:popout': NO_WINDOW,
  } satisfies Calls;
}
