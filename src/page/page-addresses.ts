/** No page for people has a longer address. */
const LONGEST = 2000;

/**
 * The addresses of a page, as it calls them itself (`<link rel=canonical>`, Open Graph) and as it was fetched from.
 * @param shared what Open Graph says
 * @param url where the page is from, if that is known: relative addresses start there
 * @returns http and https alone, the most trusted first
 */
export function pageAddresses(document: Document, shared: string[], url: string | null): string[] {
  const canonical = document.querySelector('link[rel~="canonical" i]')?.getAttribute('href') ?? '';
  return [canonical, ...shared, url ?? ''].flatMap((address) => {
    if (address.trim() === '' || address.length > LONGEST || !URL.canParse(address, url ?? undefined))
      return [];
    const { protocol, hostname, href } = new URL(address, url ?? undefined);
    return /^https?:$/.test(protocol) && !hostname.startsWith('.') ? [href] : [];
  });
}
