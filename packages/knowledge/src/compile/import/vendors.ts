import type { Vendor } from './exportedArticle.js';
import { freshdesk } from './freshdesk.js';
import { helpscout } from './helpscout.js';
import { intercom } from './intercom.js';
import { zendesk } from './zendesk.js';

/** The help desks whose exports can be read. */
export const VENDORS: readonly Vendor[] = [zendesk, intercom, helpscout, freshdesk];
