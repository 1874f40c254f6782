import type { ClientStores, Handrail, MessageItem, NoticeItem } from '@handrail/core';
import type { Conversation } from '@handrail/protocol';
import { atom, type WritableAtom } from 'nanostores';
import { vi } from 'vitest';

/** A Thursday noon; every test's "now". */
export const NOW = Date.UTC(2026, 4, 14, 12, 0);

type WritableStores = { readonly [K in keyof ClientStores]: WritableAtom<ReturnType<ClientStores[K]['get']>> };

function fakeStores(): WritableStores {
  return {
    $connection: atom({ state: 'idle' }),
    $availability: atom(null),
    $current: atom(null),
    $messages: atom([]),
    $conversation: atom(null),
    $conversations: atom([]),
    $owner: atom('bot'),
    $hasOlder: atom(false),
    $typing: atom(null),
    $queue: atom(null),
    $unread: atom(0),
    $thinking: atom(false),
    $uploads: atom(new Map()),
    $draft: atom(''),
    $search: atom({ query: '', state: 'idle', result: null }),
    $article: atom(null),
    $contact: atom(null),
    $prefill: atom({}),
    $locale: atom('en'),
    $identity: atom(null),
    $suggestions: atom(null),
    $survey: atom(null),
    $tabs: atom('none'),
    $consent: atom({ storage: true, analytics: true, ai: true }),
  };
}

const quietly = async () => {};
const never = () => new Promise<never>(() => {});

/** A client of writable stores and recorded calls; nothing happens by itself but the draft. */
export function fakeClient() {
  const stores = fakeStores();
  const client = {
    ...stores,
    server: 'https://help.example.com' as string | null,
    knowledgeBase: 'https://help.example.com/k/demo/',
    sendMessage: vi.fn<Handrail['sendMessage']>(quietly),
    ask: vi.fn<Handrail['ask']>(quietly),
    choose: vi.fn<Handrail['choose']>(quietly),
    rate: vi.fn<Handrail['rate']>(quietly),
    submitFields: vi.fn<Handrail['submitFields']>(quietly),
    newConversation: vi.fn<Handrail['newConversation']>(async () => 'c-2'),
    openConversation: vi.fn<Handrail['openConversation']>(quietly),
    loadOlder: vi.fn<Handrail['loadOlder']>(quietly),
    markRead: vi.fn<Handrail['markRead']>(quietly),
    setTyping: vi.fn<Handrail['setTyping']>(quietly),
    retry: vi.fn<Handrail['retry']>(quietly),
    discard: vi.fn<Handrail['discard']>(quietly),
    fileUrl: vi.fn<Handrail['fileUrl']>(async id => `https://help.example.com/files/${id}`),
    requestHuman: vi.fn<Handrail['requestHuman']>(quietly),
    declineHuman: vi.fn<Handrail['declineHuman']>(quietly),
    stopWaiting: vi.fn<Handrail['stopWaiting']>(quietly),
    openContact: vi.fn<Handrail['openContact']>(quietly),
    leaveMessage: vi.fn<Handrail['leaveMessage']>(async () => ({ conversation: conversationId })),
    submitSurvey: vi.fn<Handrail['submitSurvey']>(quietly),
    endConversation: vi.fn<Handrail['endConversation']>(quietly),
    search: vi.fn<Handrail['search']>(never),
    lookUp: vi.fn<Handrail['lookUp']>(never),
    clearSearch: vi.fn<Handrail['clearSearch']>(),
    openArticle: vi.fn<Handrail['openArticle']>(never),
    closeArticle: vi.fn<Handrail['closeArticle']>(),
    suggestions: vi.fn<Handrail['suggestions']>(async () => []),
    popular: vi.fn<Handrail['popular']>(async () => []),
    recent: vi.fn<Handrail['recent']>(async () => []),
    rateArticle: vi.fn<Handrail['rateArticle']>(),
    closeContact: vi.fn<Handrail['closeContact']>(),
    on: (() => () => {}) as Handrail['on'],
    once: (() => () => {}) as Handrail['once'],
    off: (() => {}) as Handrail['off'],
    connect: vi.fn<Handrail['connect']>(quietly),
    refreshAvailability: vi.fn<Handrail['refreshAvailability']>(async () => null),
    setDraft: vi.fn<Handrail['setDraft']>(text => stores.$draft.set(text)),
    registerTool: () => () => {},
    greet: vi.fn<Handrail['greet']>(quietly),
    setLocale: vi.fn<Handrail['setLocale']>(),
    getUnreadCount: () => 0,
    setAttributes: vi.fn<Handrail['setAttributes']>(),
    prefill: vi.fn<Handrail['prefill']>(),
    track: vi.fn<Handrail['track']>(quietly),
    page: vi.fn<Handrail['page']>(quietly),
    suggest: vi.fn<Handrail['suggest']>(quietly),
    setConversationAttributes: vi.fn<Handrail['setConversationAttributes']>(quietly),
    addTags: vi.fn<Handrail['addTags']>(quietly),
    removeTags: vi.fn<Handrail['removeTags']>(quietly),
    setConsent: vi.fn<Handrail['setConsent']>(quietly),
    ready: quietly,
    getState: vi.fn<Handrail['getState']>(),
    use: () => () => {},
    getVisitorId: () => null,
    tellScreen: vi.fn<Handrail['tellScreen']>(),
    identify: vi.fn<Handrail['identify']>(quietly),
    logout: vi.fn<Handrail['logout']>(quietly),
    destroy: vi.fn<Handrail['destroy']>(),
  };
  return client satisfies Handrail;
}

/** What `fakeClient` makes. */
export type FakeClient = ReturnType<typeof fakeClient>;

const conversationId = '01963f2a-0000-7000-8000-000000000001';

/** A record of the server, open and held by Mina. */
export function conversation(more: Partial<Conversation> = {}): Conversation {
  return {
    id: conversationId,
    site: 'demo',
    visitor: 'v-1',
    owner: 'human',
    ownerSeq: 2,
    status: 'open',
    assignee: { id: 'mina', name: 'Mina Holm' },
    createdAt: NOW,
    updatedAt: NOW,
    lastSeq: 3,
    locale: 'en',
    subject: '',
    marks: { visitor: { delivered: 0, read: 0 }, agent: { delivered: 0, read: 0 } },
    ...more,
  };
}

/** A message on the screen. */
export function message(id: string, more: Partial<MessageItem> = {}): MessageItem {
  return { kind: 'message', id, from: 'visitor', text: `text of ${id}`, at: NOW, state: 'sent', seq: 1, ...more };
}

/** Something that happened between messages. */
export function notice(what: NoticeItem['notice'], more: Partial<NoticeItem> = {}): NoticeItem {
  return { kind: 'notice', id: `n-${what}`, at: NOW, notice: what, ...more };
}
