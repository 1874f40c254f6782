import type { AgentTeam, SiteConfig } from '@handrail/protocol';
import type { AgentConfig } from '../access/who.js';

/** Who is in which team. */
export interface Teams {
  /** Ids of the agents in a team; none of a team the site does not have. */
  membersOf(site: string, team: string): readonly string[];
  /** The site's teams, and whether this agent is in them. */
  teamsOf(site: string, agent: string): readonly AgentTeam[];
}

export function createTeams(sites: ReadonlyMap<string, SiteConfig>, agents: ReadonlyMap<string, AgentConfig>): Teams {
  const isIn = (agent: AgentConfig | undefined, team: string) => agent?.teams?.includes(team) ?? false;
  return {
    membersOf: (site, team) =>
      [...agents.values()].filter(agent => agent.site === site && isIn(agent, team)).map(agent => agent.id),
    teamsOf: (site, agent) =>
      (sites.get(site)?.teams ?? []).map(team => ({ ...team, mine: isIn(agents.get(agent), team.id) })),
  };
}
