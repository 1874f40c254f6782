import type { WidgetParts } from '../widgetParts.js';

const PHONES = `@media (max-width:479.98px){.launcher{inset-block-end:var(--hr-phone-y,var(--hr-y,24px))}
.launcher:not(.start){inset-inline-end:var(--hr-phone-x,var(--hr-x,24px))}.launcher.start{inset-inline-start:var(--hr-phone-x,var(--hr-x,24px))}}`;

/** Puts the launcher elsewhere on phones, as the settings say now. */
export function placeOnPhones({ host, options }: WidgetParts): void {
  const offset = options.config.launcher?.phone?.offset;
  if (offset) host.style(PHONES);
  for (const side of ['x', 'y'] as const)
    host.element.style.setProperty(`--hr-phone-${side}`, offset ? `${offset[side]}px` : '');
}
