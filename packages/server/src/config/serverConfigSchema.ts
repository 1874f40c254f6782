import { SiteConfigSchema } from '@handrail/protocol/schema';
import Type, { type Static } from 'typebox';
import { DEFAULT_SERVER_LIMITS, type ServerLimits } from '../gateway/serverLimits.js';

const Id = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,62}$' });

const AgentSchema = Type.Object(
  {
    id: Id,
    /** What customers see. */
    name: Type.String({ minLength: 1, maxLength: 200 }),
    role: Type.Optional(Type.Enum(['agent', 'admin'])),
    site: Type.Optional(Id),
    /** Conversations they answer at once; with so many they count as busy. Default 10. */
    capacity: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
    /** Teams of their site they are in, by id; see [Teams](handoff.md#teams). Default: none. */
    teams: Type.Optional(Type.Array(Id, { maxItems: 100 })),
  },
  { additionalProperties: false },
);

const limits = Object.entries(DEFAULT_SERVER_LIMITS).map(([name, value]) => [
  name,
  Type.Optional(Type.Integer({ minimum: 1, default: value })),
]);

/** The settings file, `handrail.json`. Paths in it are relative to the file. */
export const ServerConfigSchema = Type.Object(
  {
    /** For completion in editors; not read. */
    $schema: Type.Optional(Type.String()),
    /** TCP port; 0 takes a free one. Default 4400. `PORT` and `--port` win. */
    port: Type.Optional(Type.Integer({ minimum: 0, maximum: 65_535 })),
    /** Address to listen on. Default `localhost`: this machine only; `::` is every interface. */
    host: Type.Optional(Type.String({ minLength: 1 })),
    /** Folder of the database and of compiled articles; made when missing. Default `.data`. `HANDRAIL_DATA` and `--data` win. */
    data: Type.Optional(Type.String({ minLength: 1 })),
    /** Where customers reach this server, such as `https://help.example`. Default: the address each request came to. */
    publicUrl: Type.Optional(Type.String({ pattern: '^https?://[^/\\s?#]+$' })),
    sites: Type.Array(SiteConfigSchema, { minItems: 1, maxItems: 200 }),
    /** People who answer. `role` is `agent` and `site` the first one when absent. Default: nobody. */
    agents: Type.Optional(Type.Array(AgentSchema, { maxItems: 500 })),
    /** Any of the server's limits; the others keep their defaults. */
    limits: Type.Optional(
      Type.Unsafe<Partial<ServerLimits>>(Type.Object(Object.fromEntries(limits), { additionalProperties: false })),
    ),
    /**
     * Whose `X-Forwarded-*` headers are believed: `true` for everybody, or addresses and networks. Default `false`:
     * nobody's, so that rates count the address of the socket.
     */
    trustProxy: Type.Optional(Type.Union([Type.Boolean(), Type.Array(Type.String({ minLength: 2 }), { minItems: 1 })])),
    /**
     * Who may read the Prometheus figures at `/metrics`: `off`, `open` for everybody who reaches the server, or
     * `{ "token" }` for who sends it as `Authorization: Bearer`. Default `off`. `HANDRAIL_METRICS_TOKEN` wins.
     */
    metrics: Type.Optional(
      Type.Union([
        Type.Enum(['off', 'open']),
        Type.Object({ token: Type.String({ minLength: 16, maxLength: 512 }) }, { additionalProperties: false }),
      ]),
    ),
    /** Content types that may be attached; `image/*` stands for all of a kind. Default: pictures, documents, texts, sound and film, no archives and no programs. */
    fileTypes: Type.Optional(Type.Array(Type.String({ pattern: '^[a-z]+/([a-z0-9.+-]+|\\*)$' }), { maxItems: 100 })),
    /** Folder with pages served at `/`, under a strict Content-Security-Policy. Default: none; `/` is then 404. */
    pages: Type.Optional(Type.String({ minLength: 1 })),
    /** Folder of a built site served at `/docs/`. Default: none. */
    docs: Type.Optional(Type.String({ minLength: 1 })),
  },
  { additionalProperties: false },
);

/** What the settings file says, before defaults. */
export type ServerConfigFile = Static<typeof ServerConfigSchema>;
