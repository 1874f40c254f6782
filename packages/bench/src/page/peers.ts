import type { Embed } from './hostPages.js';

/** A widget on a page, and where its parts are: selectors, each but the last of an element with an open shadow root. */
export interface Subject {
  readonly name: string;
  readonly embed: Embed;
  /** The button that opens it; without one it stands open in the page. */
  readonly launcher?: readonly string[];
  /** The field a customer writes into: it is usable once that can be seen and is not disabled. */
  readonly field: readonly string[];
}

/** A widget from the registry. */
export interface Peer {
  readonly package: string;
  /** Files the page asks for, as `package/path`. */
  readonly files: readonly string[];
  /**
   * By the shortest way its README has.
   * @param origin of the files, under `/npm/`, and of the answers below
   */
  subject(origin: string): Omit<Subject, 'name'>;
  /** Answers of its server by method and path, as it expects them when nobody has written anything yet. */
  readonly answers: Readonly<Record<string, unknown>>;
}

/** Four widgets that install from the registry and work without their makers' servers. */
export const PEERS: readonly Peer[] = [typebot(), flowise(), docsearch(), deepChat()];

function typebot(): Peer {
  const text = { type: 'richText', richText: [{ type: 'p', children: [{ text: 'How can we help?' }] }] };
  return {
    package: '@typebot.io/js',
    files: ['@typebot.io/js/dist/web.js'],
    subject: origin => ({
      embed: {
        body: `<script type="module">import Typebot from '${origin}/npm/@typebot.io/js/dist/web.js';
Typebot.initBubble({ typebot: 'bench', apiHost: '${origin}' });</script>`,
      },
      launcher: ['typebot-bubble', 'button[aria-label="Open chatbot"]'],
      field: ['typebot-bubble', 'input.text-input'],
    }),
    answers: {
      'POST /api/v1/typebots/bench/startChat': {
        sessionId: 'bench',
        typebot: { id: 'bench', version: '6', publishedAt: '2026-01-01T00:00:00.000Z', theme: {}, settings: {} },
        messages: [{ id: 'hello', type: 'text', content: text }],
        input: { id: 'question', type: 'text input', options: {} },
      },
    },
  };
}

function flowise(): Peer {
  return {
    package: 'flowise-embed',
    files: ['flowise-embed/dist/web.js'],
    subject: origin => ({
      embed: {
        body: `<script type="module">import Chatbot from '${origin}/npm/flowise-embed/dist/web.js';
Chatbot.init({ chatflowid: 'bench', apiHost: '${origin}' });</script>`,
      },
      launcher: ['flowise-chatbot', 'button[part="button"]'],
      field: ['flowise-chatbot', 'textarea.text-input'],
    }),
    answers: {
      'GET /api/v1/chatflows-streaming/bench': { isStreaming: false },
      'GET /api/v1/public-chatbotConfig/bench': {},
    },
  };
}

function docsearch(): Peer {
  return {
    package: '@docsearch/js',
    files: ['@docsearch/js/dist/umd/docsearch.js', '@docsearch/css/dist/style.css'],
    subject: origin => ({
      embed: {
        head: `<link rel="stylesheet" href="${origin}/npm/@docsearch/css/dist/style.css">`,
        top: '<div id="docsearch"></div>',
        body: `<script src="${origin}/npm/@docsearch/js/dist/umd/docsearch.js"></script>
<script>docsearch({ container: '#docsearch', appId: 'BENCH', indices: ['bench'], apiKey: 'bench' });</script>`,
      },
      launcher: ['.DocSearch-Button'],
      field: ['.DocSearch-Input'],
    }),
    answers: {},
  };
}

function deepChat(): Peer {
  return {
    package: 'deep-chat',
    files: ['deep-chat/dist/deepChat.bundle.js'],
    subject: origin => ({
      embed: {
        top: `<deep-chat connect='{"url":"${origin}/chat"}'></deep-chat>`,
        body: `<script type="module" src="${origin}/npm/deep-chat/dist/deepChat.bundle.js"></script>`,
      },
      field: ['deep-chat', '#text-input'],
    }),
    answers: {},
  };
}
