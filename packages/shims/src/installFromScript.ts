import type { ShimOptions } from './shim.js';
import type { HandrailCall, WidgetFace } from './widgetFace.js';

/** What a page with script tags may have. */
interface Page {
  Handrail?: HandrailCall & { q?: unknown[][] };
  /** Fetches a token, for a customer who is signed in. */
  handrailGetToken?: NonNullable<ShimOptions['getToken']>;
}

/** Puts a shim in front of the page's `Handrail`, which may load later: calls made before are kept. */
export function installFromScript(install: (face: WidgetFace, options: ShimOptions) => unknown): void {
  const page = window as Page;
  if (!page.Handrail) {
    const early: NonNullable<Page['Handrail']> = (...call) => void early.q?.push(call);
    early.q = [];
    page.Handrail = early;
  }
  install(page.Handrail, page.handrailGetToken ? { getToken: page.handrailGetToken } : {});
}
