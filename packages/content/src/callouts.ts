import type { CalloutKind } from './nodes.js';

/** What authors and tools call callouts, and which of the four each is. */
export const CALLOUTS: Readonly<Record<string, CalloutKind>> = {
  note: 'note',
  info: 'note',
  information: 'note',
  important: 'note',
  blue: 'note',
  tip: 'tip',
  hint: 'tip',
  idea: 'tip',
  success: 'tip',
  check: 'tip',
  green: 'tip',
  warning: 'warning',
  warn: 'warning',
  caution: 'warning',
  attention: 'warning',
  yellow: 'warning',
  orange: 'warning',
  danger: 'danger',
  error: 'danger',
  failure: 'danger',
  bug: 'danger',
  red: 'danger',
};
