import { checkLink, checkSource } from '@handrail/content';

/** Attributes of a link to the outside; `null` when the address may not be one. Checked again here, where it counts. */
export function outsideLink(href: string): { href: string; target: string; rel: string } | null {
  const safe = checkLink(href);
  return safe === null ? null : { href: safe, target: '_blank', rel: 'noopener nofollow ugc' };
}

/** Address of an image of an article; relative ones belong to the knowledge files. */
export function imageSource(src: string, base: string): string | null {
  const safe = checkSource(src);
  if (safe === null) return null;
  try {
    return new URL(safe, base).href;
  } catch {
    return null;
  }
}
