import type { ResolvedConfig } from '../config/resolvedConfig.js';

/** What the block of addresses is made of. */
export interface AddressesInput {
  readonly config: Pick<ResolvedConfig, 'pages' | 'docs' | 'sites' | 'agents'>;
  /** Where the server listens, without a slash at the end. */
  readonly base: string;
  /** One-time sign-in code of the first agent; `null` without agents. */
  readonly code: string | null;
}

/** The addresses of a server that just started, one a line, aligned. */
export function addresses({ config, base, code }: AddressesInput): string {
  const [agent] = config.agents;
  const rows: [string, string][] = [
    config.pages === null ? ['Script', `${base}/w/${config.sites[0]?.id ?? ''}.js`] : ['Demo site', `${base}/`],
    ['Inbox', code === null ? `${base}/inbox/` : inboxLink(base, code)],
    [
      '',
      agent && code !== null
        ? `signs in ${agent.name}; works once, for a day`
        : 'nobody can sign in: "agents" is empty',
    ],
  ];
  if (config.docs !== null) rows.push(['Docs', `${base}/docs/`]);
  return `\n  Handrail is ready.\n\n${rows.map(([name, value]) => `    ${name.padEnd(12)}${value}\n`).join('')}\n`;
}

/** The address that signs an agent in; the code stands behind `#`, so that no server log ever sees it. */
export const inboxLink = (base: string, code: string): string => `${base}/inbox/#sign-in=${code}`;

/** An address a browser on this machine can open, for what `listen` was told. */
export function localAddress(host: string, port: number): string {
  const every = host === '::' || host === '0.0.0.0';
  const name = every ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
