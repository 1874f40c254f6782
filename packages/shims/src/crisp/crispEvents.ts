import type { Calls, Shim } from '../shim.js';

const UNTOLD = 'Handrail does not tell pages of it.';

/** How an event is heard, by Crisp's name; the unsubscribe is returned. */
export function crispEvents(shim: Shim) {
  const contact = (pick: (contact: { email: string; name?: string }) => string | undefined) => {
    return (listener: (value: string) => void) =>
      shim.on('form:submitted', ({ data }) => {
        const value = pick(data.contact);
        if (value) listener(value);
      });
  };
  return {
    'session:loaded'(listener: () => void) {
      listener();
      return () => undefined;
    },
    'chat:initiated': (listener: () => void) => shim.on('conversation:start', () => listener()),
    'message:sent': (listener: (message: object) => void) =>
      shim.on('message:sent', ({ at, data }) =>
        listener({ type: 'text', origin: 'chat', from: 'user', is_me: true, content: data.text, timestamp: at }),
      ),
    'message:received': (listener: (message: object) => void) =>
      shim.on('message:received', ({ at, data: { text: content, name: nickname } }) =>
        listener({
          type: 'text',
          origin: 'chat',
          from: 'operator',
          is_me: false,
          content,
          timestamp: at,
          user: { nickname },
        }),
      ),
    'user:email:changed': contact(({ email }) => email),
    'user:nickname:changed': contact(({ name }) => name),
    'website:availability:changed': (listener: (available: boolean) => void) =>
      shim.on('availability', ({ data }) => listener(data.state === 'online')),
    'helpdesk:queried': (listener: (search: object) => void) =>
      shim.on('search', ({ data }) => listener({ query: data.query })),
    'chat:opened': (listener: () => void) => shim.on('open', () => listener()),
    'chat:closed': (listener: () => void) => shim.on('close', () => listener()),
    'message:compose:sent': UNTOLD,
    'message:compose:received': UNTOLD,
    'user:phone:changed': 'Handrail asks for no phone number.',
    'user:avatar:changed': 'Handrail asks for no picture.',
  } satisfies Calls;
}
