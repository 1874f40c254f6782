import { existsSync, readFileSync } from 'node:fs';
import { root, run } from '../run.mjs';
import { fencedBlocks } from './fencedBlocks.mjs';

const SERVER = 'packages/server/dist/cli.js';
const KNOWLEDGE = 'packages/knowledge/dist/compile/cli.js';
const OF_NPM = ['start', 'test', 'install'];

/** Commands of the system that pages show. */
const OTHERS = ['cp', 'curl', 'sqlite3'];

/** Commands in `sh` blocks and in prose: scripts of npm, files given to node, and Handrail's own with their options. */
export async function checkDocsShell(texts) {
  const known = await ownCommands();
  const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  const wrong = command => wrongWith(command, { known, scripts });
  return [...texts].flatMap(([path, text]) =>
    commandsIn(text).flatMap(({ command, line }) => wrong(command).map(what => `${path}:${line}: ${what}`)),
  );
}

function commandsIn(text) {
  const blocks = fencedBlocks(text).filter(({ lang }) => lang === 'sh');
  const shown = blocks.flatMap(({ code, line }) =>
    code.split('\n').map((command, n) => ({ command: command.replace(/(^|\s)#.*/, ''), line: line + n })),
  );
  const told = text
    .split('\n')
    .flatMap((words, n) =>
      [...words.matchAll(/`((?:npm run|handrail) [^`]+)`/g)].map(([, command]) => ({ command, line: n + 1 })),
    );
  return [...shown, ...told].filter(({ command }) => command.trim() !== '');
}

function wrongWith(command, { known, scripts }) {
  const [name, ...args] = command
    .trim()
    .replace(/^(?:[A-Z_]+=\S+ +)+/, '')
    .split(/\s+/);
  if (name === 'npm' && args[0] === 'run') {
    return args[1] in scripts ? [] : [`"${command}": expected a script of package.json, got ${args[1]}`];
  }
  if (name === 'npm') return OF_NPM.includes(args[0]) ? [] : [`"${command}": expected npm ${OF_NPM.join(', ')} or run`];
  if (name === 'npx' || OTHERS.includes(name)) return [];
  if (name === 'handrail') return wrongCall(command, known.handrail, args);
  if (name === 'handrail-knowledge') return wrongCall(command, known.knowledge, args);
  if (name !== 'node') return [`"${command}": expected npm, npx, node, handrail, ${OTHERS.join(', ')}; got ${name}`];
  if (!existsSync(`${root}${args[0]}`)) return [`"${command}": nothing is at ${args[0]}`];
  if (args[0] === SERVER) return wrongCall(command, known.handrail, args.slice(1));
  return args[0] === KNOWLEDGE ? wrongCall(command, known.knowledge, args.slice(1)) : [];
}

function wrongCall(command, { names, options }, args) {
  const [first = '', second = ''] = args;
  const inGroup = [...names].some(name => name.startsWith(`${first} `));
  // A placeholder, as in "handrail knowledge <command>", stands for any of them.
  const isPlaceholder = second === '' || second.startsWith('<');
  const isKnown = inGroup
    ? isPlaceholder || names.has(`${first} ${second}`)
    : names.has(first) || first.startsWith('-');
  const unknown = args.filter(arg => /^--[a-z]/.test(arg) && !options.has(arg.replace(/=.*/, '')));
  return [
    ...(isKnown ? [] : [`"${command}": expected one of ${[...names].join(', ')}`]),
    ...unknown.map(option => `"${command}": no help text knows ${option}`),
  ];
}

/** What the commands say of themselves. */
async function ownCommands() {
  const help = async (...args) => (await run(process.execPath, [...args, '--help'], { quiet: true })).output;
  const [server, knowledge] = await Promise.all([help(SERVER), help(KNOWLEDGE)]);
  const names = text =>
    [...text.matchAll(/^ {2}([a-z][\w-]+(?: [a-z]+)?)(?= {2,}| <| \[?[A-Z])/gm)].map(([, name]) => name);
  const ofKnowledge = names(knowledge);
  const more = await Promise.all(ofKnowledge.map(name => help(KNOWLEDGE, name)));
  const options = new Set([server, knowledge, ...more].flatMap(text => text.match(/--[a-z][\w-]*/g) ?? []));
  return {
    handrail: { names: new Set([...names(server), ...ofKnowledge.map(name => `knowledge ${name}`)]), options },
    knowledge: { names: new Set(ofKnowledge), options },
  };
}
