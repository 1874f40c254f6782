import { type Agent, createAgent } from '@handrail/core/agent';

/** An agent at a script instead of the inbox. */
export async function signIn(server: string, token: string): Promise<Agent> {
  const agent = createAgent({ server, token });
  await agent.ready();
  return agent;
}

/** Resolves with the first truthy answer, asked often; rejects with what was waited for. A client that lost its server may wait for seconds between tries. */
export async function until<T>(what: string, ask: () => T | Promise<T>, ms = 30_000): Promise<NonNullable<T>> {
  const end = Date.now() + ms;
  for (;;) {
    const answer = await ask();
    if (answer) return answer as NonNullable<T>;
    if (Date.now() > end) throw new Error(`waited ${ms} ms for: ${what}`);
    await new Promise(resolve => setTimeout(resolve, 25));
  }
}

/** The conversation that waits for a person, once there is one. */
export async function waiting(agent: Agent): Promise<string> {
  const record = await until('a waiting conversation', () =>
    agent.$conversations.get().find(one => one.owner === 'queue'),
  );
  return record.id;
}
