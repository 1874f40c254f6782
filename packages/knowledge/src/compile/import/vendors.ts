import type { Vendor } from './exportedArticle.js';
import { freshdesk } from './freshdesk.js';
import { helpscout } from './helpscout.js';
import { intercom } from './intercom.js';
import type { VENDOR_NAMES } from './vendorNames.js';
import { zendesk } from './zendesk.js';

const BY_NAME: Readonly<Record<(typeof VENDOR_NAMES)[number], Vendor>> = { zendesk, intercom, helpscout, freshdesk };

/** The readers of the help desks' exports. */
export const VENDORS: readonly Vendor[] = Object.values(BY_NAME);
