import { safeAddress } from '../state/safeAddress.js';

/** A page as a link that gives nothing away; as words where its address is none. */
export function PageLink({ title, url }: { title: string; url: string }) {
  const href = safeAddress(url);
  const words = href === null ? url : shortAddress(href);
  return (
    <>
      {href === null ? (
        <bdi>{title || words}</bdi>
      ) : (
        <a href={href} target="_blank" rel="noopener nofollow noreferrer">
          <bdi>{title || words}</bdi>
        </a>
      )}
      {title !== '' && (
        <span class="address" dir="ltr">
          {words}
        </span>
      )}
    </>
  );
}

function shortAddress(href: string): string {
  const { host, pathname, search } = new URL(href);
  return `${host}${pathname === '/' ? '' : pathname}${search}`;
}
