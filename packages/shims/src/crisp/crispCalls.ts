import { plain } from '../plain.js';
import type { Calls, Shim } from '../shim.js';
import { createVisitor } from './visitor.js';

const UNTOLD = 'Handrail does not tell pages of it.';
const OF_THE_SITE = 'It is a setting of the site in Handrail.';
const NO_OVERLAY = 'Articles open in the panel, not over the page.';
const NO_FLOWS = 'The flow of the site says what the bot does.';
const NO_THREADS = 'Conversations have no threads.';
const BY_ITSELF = 'Messages are read when they are seen.';
const NO_ID = 'Pages do not see who a visitor is to the server.';

/** What `$crisp` does, by verb and name; a text says why nothing is done. `on` and `off` have their own table. */
export function crispCalls(shim: Shim) {
  const visitor = createVisitor(shim);
  const set = (name: string) => (value: unknown) => visitor.set(name, value);
  const get = (name: string) => () => visitor.get(name);
  let available = false;
  shim.on('availability', ({ data }) => {
    available = data.state === 'online';
  });

  return {
    'do chat:open': () => shim.call('open'),
    'do chat:close': () => shim.call('close'),
    'do chat:toggle': () => shim.call('toggle'),
    'do chat:show': () => shim.call('show'),
    'do chat:hide': () => shim.call('hide'),
    'do helpdesk:search': () => shim.call('open', 'help'),
    'do helpdesk:query': (query: string) => shim.call('search', query),
    'do helpdesk:article:open': (_locale: string, slug: string) => shim.call('openArticle', slug),
    'do message:send'(type: string, content: unknown) {
      if (type === 'text' && typeof content === 'string') shim.call('sendMessage', content);
      else shim.warn(`$crisp 'message:send' sends texts only, not "${type}".`);
    },
    'do session:reset'() {
      visitor.forget();
      shim.logout();
    },
    'do overlay:open': NO_OVERLAY,
    'do overlay:close': NO_OVERLAY,
    'do message:show'(type: string, content: unknown) {
      if (type === 'text' && typeof content === 'string') shim.call('showMessage', { text: content }, { force: true });
      else shim.warn(`$crisp 'message:show' shows texts only, not "${type}".`);
    },
    'do message:read': BY_ITSELF,
    'do message:thread:start': NO_THREADS,
    'do message:thread:end': NO_THREADS,
    'do trigger:run': NO_FLOWS,
    'do bot:scenario:run': NO_FLOWS,

    'set user:email': set('email'),
    'set user:nickname': set('name'),
    'set user:phone': set('phone'),
    'set user:avatar': set('avatar'),
    'set user:company': set('company'),
    'set session:data'(first: string | [string, unknown][], value?: unknown) {
      for (const [name, each] of Array.isArray(first) ? first : [[first, value] as const]) visitor.set(name, each);
    },
    'set session:segments': (tags: readonly string[]) => shim.call('addTags', tags),
    'set session:event'(given: string | readonly (string | [string, unknown?])[], data?: unknown) {
      for (const one of typeof given === 'string' ? [[given, data] as const] : given) {
        const [name, more] = typeof one === 'string' ? [one] : one;
        shim.call('track', name, plain(more));
      }
    },
    'set message:text': (text: string) => shim.call('newConversation', { text }),

    'get user:email': get('email'),
    'get user:nickname': get('name'),
    'get user:phone': get('phone'),
    'get user:avatar': get('avatar'),
    'get user:company': get('company'),
    'get session:data': (name: string) => visitor.get(name),
    'get session:identifier': NO_ID,
    'get message:text': UNTOLD,
    'get chat:unread:count': () => shim.call('getUnreadCount') ?? 0,

    'is website:available': () => available,
    'is chat:opened': () => shim.call('isOpen') === true,
    'is chat:closed': () => shim.call('isOpen') !== true,
    'is chat:visible': UNTOLD,
    'is chat:hidden': UNTOLD,
    'is chat:small': UNTOLD,
    'is chat:large': UNTOLD,
    'is session:ongoing': UNTOLD,
    'is overlay:opened': NO_OVERLAY,
    'is overlay:closed': NO_OVERLAY,

    'config color:mode': (mode: string) => shim.call('setTheme', mode === 'light' || mode === 'dark' ? mode : 'auto'),
    'config color:theme': OF_THE_SITE,
    'config position:reverse': (on: boolean) => shim.call('update', { launcher: { side: on ? 'start' : 'end' } }),
    'config container:index': (zIndex: number) => shim.call('update', { launcher: { zIndex } }),
    'config availability:tooltip': OF_THE_SITE,
    'config hide:vacation': OF_THE_SITE,
    'config hide:on:away': OF_THE_SITE,
    'config hide:on:mobile': OF_THE_SITE,
    'config show:operator:count': OF_THE_SITE,
    'config sound:mute': 'Handrail makes no sounds.',
  } satisfies Calls;
}
