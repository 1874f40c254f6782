#!/usr/bin/env node
import { runKnowledgeCli } from './cli/runCli.js';

const code = await runKnowledgeCli(process.argv.slice(2), {
  out: text => process.stdout.write(text),
  error: text => process.stderr.write(text),
  env: process.env,
  isTerminal: process.stdout.isTTY === true,
  ...(process.stderr.isTTY ? { bar: process.stderr } : {}),
  onStop(listener) {
    process.on('SIGTERM', listener);
    process.on('SIGINT', listener);
  },
});
// Not `process.exit`: what was written to a pipe must arrive.
process.exitCode = code;
