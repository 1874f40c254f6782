import { CLOSE_CODES } from '@handrail/protocol';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** The figures an operator needs, in the Prometheus text format. No figure carries who wrote or what was written. */
export interface Metrics {
  /** All figures as they stand, for one scrape. */
  text(): Promise<string>;
  /** `Content-Type` of `text`. */
  readonly contentType: string;
  /** Where the gauges look from now on; until then there are none. Called once. */
  watch(readings: Readings): void;
  /** A frame arrived after hello. */
  frameReceived(kind: string): void;
  /** A hello was taken (`ok`) or refused, with the refusal's code. */
  helloAnswered(result: string): void;
  /** A connection ended, from either side, with this close code. */
  connectionClosed(code: number): void;
  /** A draft came back from the store: `code` is `ok`, `repeated` or the refusal's; `seconds` from call to answer. */
  appended(kind: string, sender: string, code: string, seconds: number): void;
  /** The store committed a group of writes. */
  committed(writes: number, seconds: number): void;
  /** A file became whole, and was kept or refused. */
  fileReceived(result: 'kept' | 'refused', bytes: number): void;
  /** An action was run: `ok`, `nothing` or why it failed. */
  actionRun(site: string, action: string, result: string, seconds: number): void;
  /** A language model was asked: how it ended, and the tokens it took. */
  answerWritten(site: string, result: string, seconds: number, tokens: number): void;
  /** An HTTP request was answered; `route` is the pattern, never the address. */
  requested(method: string, route: string, status: number, seconds: number): void;
}

/** What is read when somebody asks. */
export interface Readings {
  /** Connections of this process, with or without hello. */
  connections(): number;
  /** Calls the store has not answered. */
  pending(): number;
  /** Conversations that wait for a person, and agents who take conversations, by site. */
  sites(): Iterable<{ readonly site: string; readonly waiting: number; readonly available: number }>;
}

/** From half a millisecond to ten seconds: a fast disk's commit to a client's patience. */
const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
const BYTES = [1e4, 1e5, 1e6, 1e7, 1e8];
const WRITES = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024];

/** A registry of its own, so that several servers of one process keep their figures apart. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const counter = (name: string, help: string, labels: readonly string[]) => createTally(registers, name, help, labels);
  const histogram = <L extends string>(name: string, help: string, buckets: number[], labelNames: readonly L[] = []) =>
    new Histogram({ name: `handrail_${name}`, help, buckets, labelNames, registers });

  const frames = counter('frames_received_total', 'Frames received after hello, by kind.', ['kind']);
  const hellos = counter('hellos_total', 'Hellos, by result.', ['result']);
  const closes = counter('connections_closed_total', 'Ended connections, by close code.', ['code']);
  const files = counter('files_total', 'Files that became whole, by result.', ['result']);
  const appends = counter('appends_total', 'Events offered to the log, by kind, sender and result.', [
    'kind',
    'sender',
    'result',
  ]);
  const append = histogram('append_seconds', 'From an event to the answer of the store, commit included.', SECONDS);
  const commit = histogram('commit_seconds', 'One commit of the store.', SECONDS);
  const group = histogram('commit_writes', 'Writes that shared one commit.', WRITES);
  const fileBytes = histogram('file_bytes', 'Sizes of files that became whole.', BYTES);
  const actions = histogram('action_seconds', 'Actions of flows, by site, name and result.', SECONDS, [
    'site',
    'action',
    'result',
  ]);
  const answers = histogram('answer_seconds', 'Answers by language models, by site and result.', SECONDS, [
    'site',
    'result',
  ]);
  const tokens = new Counter({
    name: 'handrail_model_tokens_total',
    help: 'Tokens of language models, as their APIs count them, by site.',
    labelNames: ['site'],
    registers,
  });
  const requests = histogram('http_request_seconds', 'Answered HTTP requests.', SECONDS, ['method', 'route', 'status']);

  return {
    text: () => registry.metrics(),
    contentType: registry.contentType,
    watch: readings => addGauges(registers, readings),
    frameReceived: kind => frames(kind),
    helloAnswered: result => hellos(result),
    connectionClosed: code => closes(isKnown(code) ? String(code) : 'other'),
    fileReceived(result, bytes) {
      files(result);
      fileBytes.observe(bytes);
    },
    appended(kind, sender, result, seconds) {
      appends(kind, sender, result);
      append.observe(seconds);
    },
    committed(writes, seconds) {
      commit.observe(seconds);
      group.observe(writes);
    },
    actionRun: (site, action, result, seconds) => actions.observe({ site, action, result }, seconds),
    answerWritten(site, result, seconds, spent) {
      answers.observe({ site, result }, seconds);
      tokens.inc({ site }, spent);
    },
    requested: (method, route, status, seconds) => requests.observe({ method, route, status }, seconds),
  };
}

/** What a client may say is a figure of its own only where it is one of the few that mean something. */
function isKnown(code: number): boolean {
  return (code >= 1000 && code <= 1015) || code in CLOSE_CODES;
}

/** A counter that costs one addition where it counts; names and values meet when somebody asks. */
function createTally(registers: Registry[], name: string, help: string, labelNames: readonly string[]) {
  const counts = new Map<string, { readonly values: readonly string[]; count: number }>();
  new Counter({
    name: `handrail_${name}`,
    help,
    labelNames,
    registers,
    collect() {
      this.reset();
      for (const { values, count } of counts.values()) this.labels(...values).inc(count);
    },
  });
  return (...values: string[]) => {
    const key = values.length === 1 ? (values[0] as string) : values.join(' ');
    const held = counts.get(key);
    if (held) held.count += 1;
    else counts.set(key, { values, count: 1 });
  };
}

function addGauges(registers: Registry[], readings: Readings): void {
  const gauge = <L extends string>(name: string, help: string, labelNames: L[], read: (gauge: Gauge<L>) => void) =>
    new Gauge({
      name: `handrail_${name}`,
      help,
      labelNames,
      registers,
      collect() {
        this.reset();
        read(this);
      },
    });
  gauge('connections', 'Connections of this process.', [], one => one.set(readings.connections()));
  gauge('store_pending', 'Calls the store has not answered.', [], one => one.set(readings.pending()));
  gauge('conversations_waiting', 'Conversations that wait for a person, by site.', ['site'], one => {
    for (const { site, waiting } of readings.sites()) one.set({ site }, waiting);
  });
  gauge('agents_available', 'Agents who are here and take conversations, by site.', ['site'], one => {
    for (const { site, available } of readings.sites()) one.set({ site }, available);
  });
}
