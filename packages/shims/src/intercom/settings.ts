import type { Shim } from '../shim.js';

/** `intercomSettings`: how the messenger looks, and what is known of the customer. */
export type IntercomSettings = Readonly<Record<string, unknown>>;

/** Settings that say nothing of the customer. */
const NOT_OF_THE_CUSTOMER =
  /^(app_id|api_base|custom_launcher_selector|alignment|(vertical|horizontal)_padding|hide_default_launcher|session_duration|(action|background|link)_color|theme_mode|messenger_style_id|page_title|z_index|language_override|user_hash|intercom_user_jwt|auth_tokens|user_id|installation_type)$/;

/** Where the button stands: `alignment`, paddings and `z_index`, as far as they are said. */
function launcherOf(given: IntercomSettings, rightToLeft: boolean) {
  const { alignment, horizontal_padding: x, vertical_padding: y, z_index: zIndex } = given;
  const whole = (value: unknown) => Math.max(0, Math.round(Number(value ?? PADDING) || 0));
  return {
    ...(alignment && { side: (alignment === 'left') === rightToLeft ? ('end' as const) : ('start' as const) }),
    ...((x ?? y) !== undefined && { offset: { x: whole(x), y: whole(y) } }),
    ...(zIndex !== undefined && { zIndex: whole(zIndex) }),
  };
}

/** Pixels Intercom keeps from the sides by itself. */
const PADDING = 20;

/** How the site looked before, so that only changes are passed on. */
export interface SettingsKeeper {
  /** Takes settings in: language, theme, launcher, customer. */
  apply(given: IntercomSettings | undefined): void;
  /** Forgets the customer. */
  forget(): void;
}

/** Holds what the page said, and tells the widget what changed. */
export function keepSettings(shim: Shim): SettingsKeeper {
  let held: IntercomSettings = {};
  let hidden = false;
  const openers = (event: Event) => {
    const selector = held.custom_launcher_selector;
    if (typeof selector === 'string' && (event.target as Element).closest?.(selector)) shim.call('open');
  };
  const { document } = shim.page as { document?: Document };
  document?.addEventListener('click', openers);
  shim.onEnd(() => document?.removeEventListener('click', openers));

  const hide = (next: boolean) => {
    if (next !== hidden) shim.call(next ? 'hide' : 'show');
    hidden = next;
  };
  const changed = (before: IntercomSettings, name: string) =>
    before[name] !== held[name] && typeof held[name] === 'string' ? (held[name] as string) : null;

  return {
    apply(given) {
      const before = held;
      held = { ...held, ...given };
      const locale = changed(before, 'language_override');
      if (locale) shim.call('setLocale', locale);
      const theme = changed(before, 'theme_mode');
      if (theme) shim.call('setTheme', theme === 'light' || theme === 'dark' ? theme : 'auto');
      const [was, is] = [before, held].map(one => launcherOf(one, document?.dir === 'rtl'));
      if (JSON.stringify(was) !== JSON.stringify(is)) shim.call('update', { launcher: is });
      hide(held.hide_default_launcher === true);
      const about = Object.entries(held).filter(([name]) => !NOT_OF_THE_CUSTOMER.test(name));
      shim.identify(held.user_id ?? held.email, Object.fromEntries(about));
    },
    forget() {
      held = {};
      shim.logout();
      hide(true);
    },
  };
}
