export async function run(): Promise<{ rows: Record<string, string | number>[] }> { return { rows: [] }; }
