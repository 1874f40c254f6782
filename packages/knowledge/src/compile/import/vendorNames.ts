/** The help desks whose exports can be read. */
export const VENDOR_NAMES = ['zendesk', 'intercom', 'helpscout', 'freshdesk'] as const;
