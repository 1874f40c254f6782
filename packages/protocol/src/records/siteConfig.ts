import Type, { type Static } from 'typebox';
import { ActionConfigSchema } from './actionConfig.js';
import { Address, closed, Locale, oneOf, Short } from './atoms.js';
import { HandoffConfigSchema } from './handoffConfig.js';
import { ModelConfigSchema } from './modelConfig.js';

const day = Type.Array(Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d-(([01]\\d|2[0-3]):[0-5]\\d|24:00)$' }), {
  maxItems: 4,
});

/** When people answer, in the site's zone. A day without an entry is closed; no `hours` at all means always open. */
export const HoursSchema = closed({
  /** IANA zone, such as `Europe/Berlin`. */
  zone: Short,
  mon: Type.Optional(day),
  tue: Type.Optional(day),
  wed: Type.Optional(day),
  thu: Type.Optional(day),
  fri: Type.Optional(day),
  sat: Type.Optional(day),
  sun: Type.Optional(day),
  /** Days without service, `YYYY-MM-DD`. */
  holidays: Type.Optional(Type.Array(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }), { maxItems: 100 })),
});
export type Hours = Static<typeof HoursSchema>;

/** A greeting beside the launcher. */
export const GreetingSchema = closed({
  /** Names it for `showMessage`, and for the browser of a customer who dismissed it. */
  id: Type.String({ pattern: '^[A-Za-z0-9][\\w.-]{0,62}$' }),
  /** One text, or one for each language by its tag. */
  text: Type.Union([
    Type.String({ minLength: 1, maxLength: 300 }),
    Type.Record(Locale, Type.String({ minLength: 1, maxLength: 300 }), { minProperties: 1 }),
  ]),
  /** Place a click opens. Default `chat`. */
  open: Type.Optional(oneOf('home', 'help', 'chat', 'contact')),
  /** Id of an article a click opens instead. */
  article: Type.Optional(Short),
  /** When it is shown by itself: all of these hold. Default: only by `showMessage`. */
  when: Type.Optional(
    closed({
      /** Path of the page, or its whole address where there is `://`; `*` stands for anything. */
      url: Type.Optional(Address),
      /** Seconds on the page. */
      seconds: Type.Optional(Type.Number({ minimum: 0, maximum: 3600 })),
      /** Percent of the page that were seen. */
      scroll: Type.Optional(Type.Number({ minimum: 1, maximum: 100 })),
      /** The pointer leaves towards the browser's bar. */
      exit: Type.Optional(Type.Boolean()),
      /** Whether this browser has a conversation with the site. */
      returning: Type.Optional(Type.Boolean()),
      /** Name the page gave to `track`. */
      event: Type.Optional(Short),
    }),
  ),
});

/** The part of a site's settings its pages may know; it travels inside the script. */
export const WidgetConfigSchema = closed({
  /** The shop's or product's name, as customers know it. */
  name: Short,
  /** Languages offered, first is the default. Default `["en"]`. */
  locales: Type.Optional(Type.Array(Locale, { minItems: 1, maxItems: 40 })),
  /** Accent colour as `#rrggbb`. Default `#14614E`. Contrast is kept whatever it is. */
  accent: Type.Optional(Type.String({ pattern: '^#[0-9a-fA-F]{6}$' })),
  /** Address of a picture shown on Home instead of the first letter of the name; its host must be allowed by the page's `img-src`. */
  logo: Type.Optional(Address),
  /** Address of a square picture shown for the assistant; likewise. */
  avatar: Type.Optional(Address),
  /** Default `auto`: follows the visitor's system. */
  theme: Type.Optional(oneOf('auto', 'light', 'dark')),
  launcher: Type.Optional(
    closed({
      /** Corner. Default `end`: right in left-to-right pages. */
      side: Type.Optional(oneOf('start', 'end')),
      /** Pixels from the side and from the bottom. Default 24 and 24. */
      offset: Type.Optional(closed({ x: Type.Integer({ minimum: 0 }), y: Type.Integer({ minimum: 0 }) })),
      zIndex: Type.Optional(Type.Integer()),
      hidden: Type.Optional(Type.Boolean()),
      /** Selector of elements of the page that open the panel instead of the round button, which is then not there. */
      element: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
      /** On screens below 480 px. Default: as elsewhere. */
      phone: Type.Optional(
        closed({
          /** Pixels from the side and from the bottom. */
          offset: closed({ x: Type.Integer({ minimum: 0 }), y: Type.Integer({ minimum: 0 }) }),
        }),
      ),
    }),
  ),
  /** Ids of articles named as popular on Home, best first. Default: the first of the help centre. Empty: none. */
  popular: Type.Optional(Type.Array(Short, { maxItems: 50 })),
  /** Greetings beside the launcher; see [Greetings](install.md#greetings). Default: none, and nothing is fetched for them. */
  messages: Type.Optional(Type.Array(GreetingSchema, { maxItems: 20 })),
  /** Greetings one page shows at most. Default 1. */
  mostMessages: Type.Optional(Type.Integer({ minimum: 1, maximum: 20 })),
  /** Whether customers may choose a sound for new messages, in the menu of a conversation. Default `true`; it is off until they do. */
  sound: Type.Optional(Type.Boolean()),
  /** Whether the page's title shows how many messages are unread while the page is in the background. Default `true`. */
  unreadTitle: Type.Optional(Type.Boolean()),
  /** Where help articles open in a tab of their own; `{id}` and `{locale}` are filled in. */
  articleUrl: Type.Optional(Address),
  /** Static mode: address mails go to when no server is there. */
  mailto: Type.Optional(Type.String({ pattern: '^[^@\\s]+@[^@\\s]+$' })),
});
export type WidgetConfig = Static<typeof WidgetConfigSchema>;

/** A key the site's backend signs identities with. Which algorithm it is for is said here, never by a token. */
export const IdentityKeySchema = closed({
  /** Name of the key; the `kid` in the header of tokens. */
  kid: Type.String({ minLength: 1, maxLength: 200 }),
  /** The only algorithm this key is taken for. */
  alg: oneOf('EdDSA', 'HS256'),
  /** `EdDSA`: the public Ed25519 key, as PEM (`-----BEGIN PUBLIC KEY-----`) or JWK. */
  key: Type.Optional(
    Type.Union([Type.String({ maxLength: 1000 }), Type.Object({}, { description: 'a public key as JWK' })]),
  ),
  /** `HS256`: the shared secret, 32 bytes of UTF-8 or more. */
  secret: Type.Optional(Type.String({ maxLength: 1000 })),
});
export type IdentityKey = Static<typeof IdentityKeySchema>;

/** How the site's own backend says who its customers are. */
export const IdentityConfigSchema = closed({
  /** What the tokens' `iss` must be, such as `https://shop.example`. */
  issuer: Type.String({ minLength: 1, maxLength: 200 }),
  /** Keys that are taken, told apart by `kid`; two while one takes the place of the other. */
  keys: Type.Array(IdentityKeySchema, { minItems: 1, maxItems: 20 }),
  /** `true`: no new visitor without a signed identity. Default `false`. */
  required: Type.Optional(Type.Boolean()),
});
export type IdentityConfig = Static<typeof IdentityConfigSchema>;

/** Some of the people who answer, such as those who know about returns. */
export const TeamSchema = closed({
  id: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,62}$' }),
  /** What agents see. */
  name: Type.String({ minLength: 1, maxLength: 200 }),
});
export type Team = Static<typeof TeamSchema>;

/** One site of a server's settings file. */
export const SiteConfigSchema = closed({
  id: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,62}$' }),
  widget: WidgetConfigSchema,
  /** Exact origins whose pages may use the site, such as `https://shop.example`. */
  origins: Type.Array(Type.String({ pattern: '^https?://[^/\\s]+$' }), { maxItems: 100 }),
  /** Folder with articles, or with compiled knowledge files; relative to the settings file. */
  knowledge: Type.Optional(Type.String()),
  hours: Type.Optional(HoursSchema),
  replyHours: Type.Optional(Type.Number({ minimum: 0 })),
  /** What happens while customers and agents wait, in minutes; see [Handoff](handoff.md#waiting). */
  handoff: Type.Optional(HandoffConfigSchema),
  /** Teams a flow or a page may ask first; agents name theirs. See [Teams](handoff.md#teams). Default: none, everybody is asked. */
  teams: Type.Optional(Type.Array(TeamSchema, { maxItems: 100 })),
  /** Who the site's customers are, signed by its backend; see [Identity](identity.md). Default: every visitor is anonymous. */
  identity: Type.Optional(IdentityConfigSchema),
  /** Path of a flow definition; the built-in flow when absent. */
  flow: Type.Optional(Type.String()),
  /** What the flow's `action` steps may have the server do, by name; see [Actions](flows.md#actions). Default: nothing. */
  actions: Type.Optional(Type.Record(Type.String({ pattern: '^[A-Za-z][\\w.-]{0,62}$' }), ActionConfigSchema)),
  /** The language model that writes answers; see [Written answers](model.md). Default: answers are quoted. */
  model: Type.Optional(ModelConfigSchema),
});
export type SiteConfig = Static<typeof SiteConfigSchema>;
