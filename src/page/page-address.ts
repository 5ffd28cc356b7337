import { type Reading, writtenDays } from './written-days.js';

/**
 * The addresses of a page, as it calls them itself (`<link rel=canonical>`, Open Graph) and as it was fetched from.
 * @param shared what Open Graph says
 * @param url where the page is from, if that is known: relative addresses start there
 * @returns http and https alone, the most trusted first
 */
export function pageAddresses(document: Document, shared: string[], url: string | null): string[] {
  const canonical = document.querySelector('link[rel~="canonical" i]')?.getAttribute('href') ?? '';
  return [canonical, ...shared, url ?? ''].flatMap((address) => {
    if (address.trim() === '' || !URL.canParse(address, url ?? undefined)) return [];
    const { protocol, hostname, href } = new URL(address, url ?? undefined);
    return /^https?:$/.test(protocol) && !hostname.startsWith('.') ? [href] : [];
  });
}

/**
 * The day that an address names: /2020/02/18/, /2020-02-18-, /20200218, /2020/feb/18/.
 * @returns YYYY-MM-DD, or null
 */
export function addressDay(address: string, reading: Reading): string | null {
  const path = address
    .replace(/[?#].*$/s, '')
    .slice(0, 2000)
    .replace(/^https?:\/\/[^/]*/i, '');
  const numbers = /(?<!\d)((?:19|20)\d{2})([/_-]?)(\d{2})\2(\d{2})(?!\d)/.exec(path);
  const words = /\/(\d{4})\/([a-z]{3,9})\/(\d{1,2})\//i.exec(path);
  const text = numbers
    ? `${numbers[1]}-${numbers[3]}-${numbers[4]}`
    : words
      ? `${words[3]} ${words[2]} ${words[1]}`
      : '';
  return writtenDays(text, reading)[0]?.day ?? null;
}
