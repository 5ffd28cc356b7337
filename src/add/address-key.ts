/** What is added to an address to count who follows it, and is no part of which page it is. */
const TRACKING =
  /^(?:utm_.*|at_.*|ns_.*|mc_[ce]id|_ga|_gl|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|ref_src|cmpid|cmp|ocid|smid|wt_mc|xtor)$/i;

/** The front parts of a host's name under which a site shows the same pages. */
const SAME_SITE = /^(?:www|m|mobile|amp)\./;

/** An address without fragment and tracking. */
export function withoutTracking(address: string): string {
  const url = new URL(address);
  url.hash = '';
  const names = [...url.searchParams.keys()].filter((name) => TRACKING.test(name));
  // Left alone where there is nothing to delete, since deleting writes the rest of the query anew.
  for (const name of names) url.searchParams.delete(name);
  return url.href;
}

/**
 * What the addresses of one page have in common: with http or https, with or without "www.", a slash at the end,
 * tracking, or another order of its query.
 */
export function addressKey(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(withoutTracking(address));
  url.searchParams.sort();
  const query = [...url.searchParams].length > 0 ? url.search : '';
  return `${url.host.replace(/^www\./, '').replace(/:(?:80|443)$/, '')}${url.pathname.replace(/\/+$/, '')}${query}`;
}

/**
 * The address of a page that was fetched. The one that the page states (its canonical link) is taken where it can be
 * believed: on the same site, or a page could pass itself off as another one's; and no front page, which some sites
 * state on every page.
 */
export function addressOfPage(fetched: URL, stated: string | null): string {
  const address = withoutTracking(fetched.href);
  if (stated === null || !/^https?:/i.test(stated) || !URL.canParse(stated)) return address;
  const { hostname, pathname } = new URL(stated);
  const sameSite = hostname.replace(SAME_SITE, '') === fetched.hostname.replace(SAME_SITE, '');
  const frontPage = pathname === '/' && fetched.pathname !== '/';
  return sameSite && !frontPage ? withoutTracking(stated) : address;
}
