#!/usr/bin/env node
import { createInterface } from 'node:readline';
import { runCli } from './cli/runCli.js';

const code = await runCli(process.argv.slice(2), {
  out: text => process.stdout.write(text),
  error: text => process.stderr.write(text),
  env: process.env,
  lines: () => createInterface({ input: process.stdin, terminal: false })[Symbol.asyncIterator](),
  isTerminal: process.stdout.isTTY === true && process.stderr.isTTY === true,
  ...(process.stderr.isTTY ? { bar: process.stderr } : {}),
  platform: process.platform,
  onStop(listener) {
    process.on('SIGTERM', listener);
    process.on('SIGINT', listener);
  },
  quit: status => process.exit(status),
});
// Not `process.exit`: what was written to a pipe must arrive. Nothing is left running that would keep the process.
process.exitCode = code;
