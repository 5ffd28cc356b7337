/** The host of a page's own site, such as "www.example.org": by its address, or what it says of it. */
export function ownHost(document: Document, url: string | null): string | null {
  const own =
    url ??
    document.querySelector('link[rel="canonical"]')?.getAttribute('href') ??
    document.querySelector('meta[property="og:url"]')?.getAttribute('content') ??
    '';
  return URL.canParse(own) ? new URL(own).host : null;
}

/** Whether a link leads to a page of the same site. A bare fragment or path does. */
export function isInside(href: string, host: string | null): boolean {
  const address = href.trim();
  if (!/^(?:https?:)?\/\//i.test(address)) return !/^[a-z][a-z+.-]*:/i.test(address);
  const target = address.replace(/^\/\//, 'https://');
  return host !== null && URL.canParse(target) && siteOf(new URL(target).host) === siteOf(host);
}

/** The last two names of a host: "www.example.org" and "news.example.org" are one site. */
function siteOf(host: string): string {
  return host.split('.').slice(-2).join('.');
}
