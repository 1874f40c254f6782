import type { PublishedFlow } from '@handrail/flow';
import type { SiteConfig } from '@handrail/protocol';
import type { Explanation } from '@handrail/protocol/schema';
import type { ResolvedConfig } from './resolvedConfig.js';

/** Teams with one id, and agents in teams their site does not have. */
export function checkTeams({ sites, agents }: Pick<ResolvedConfig, 'sites' | 'agents'>): Explanation[] {
  const repeated = sites.flatMap(({ teams = [] }, n) =>
    teams.flatMap(({ id }, k) =>
      teams.findIndex(team => team.id === id) === k
        ? []
        : [{ path: `/sites/${n}/teams/${k}/id`, expected: 'an id used once', got: JSON.stringify(id) }],
    ),
  );
  const unknown = agents.flatMap(({ site, teams = [] }, n) => {
    const known = idsOf(sites.find(one => one.id === site));
    return teams.flatMap((team, k) =>
      known.includes(team) ? [] : [{ path: `/agents/${n}/teams/${k}`, ...oneOf(known), got: JSON.stringify(team) }],
    );
  });
  return [...repeated, ...unknown];
}

/** Handoff steps that ask for a team the site does not have. */
export function teamsInFlow(flow: PublishedFlow, path: string, site: SiteConfig): Explanation[] {
  const known = idsOf(site);
  return Object.entries(flow.steps).flatMap(([id, step]) =>
    step.type !== 'handoff' || step.team === undefined || known.includes(step.team)
      ? []
      : [{ path: `${path} /steps/${id}/team`, ...oneOf(known), got: JSON.stringify(step.team) }],
  );
}

function idsOf(site: SiteConfig | undefined): readonly string[] {
  return site?.teams?.map(team => team.id) ?? [];
}

function oneOf(known: readonly string[]): Pick<Explanation, 'expected'> {
  return { expected: known.length > 0 ? `one of ${known.join(', ')}` : 'a team in "teams" of the site' };
}
