import type { FrontMatter } from '../article/front-matter.js';
import { oneLine } from '../article/invisible.js';
import { type JsonObject, jsonLdNodes, textsOf } from './json-ld.js';
import { pageDate } from './page-date.js';

/**
 * What a page says of its article. The document is not changed.
 * @param url where the page was fetched from, if it was
 */
export function pageFacts(document: Document, url: string | null, now: Date = new Date()): FrontMatter {
  const meta = (names: string): string | null => {
    for (const name of names.split(' ')) {
      const element = document.querySelector(`meta[property="${name}" i],meta[name="${name}" i]`);
      const value = oneLine(element?.getAttribute('content') ?? '');
      if (value !== '') return value;
    }
    return null;
  };
  const nodes = jsonLdNodes(document);
  const canonical =
    document.querySelector('link[rel~="canonical" i]')?.getAttribute('href') ?? meta('og:url') ?? url;
  const address = webAddress(canonical, url);
  const h1s = [...document.querySelectorAll('h1')].slice(0, 20).map((one) => oneLine(one.textContent ?? ''));
  const documentTitle = oneLine(document.querySelector('title')?.textContent ?? '') || null;
  const title = meta('og:title') ?? (h1s.length === 1 ? h1s[0] : null) ?? documentTitle;
  const language =
    languageTag(document.documentElement?.getAttribute('lang') ?? null) ?? languageTag(meta('og:locale'));
  const isMain = (node: JsonObject): boolean | null => {
    const own = textsOf(node['headline'])[0];
    if (own && title) return title.includes(oneLine(own).slice(0, 40)) ? true : null;
    return null;
  };
  const date = pageDate(document, { title, address, language, nodes, isMain, now });
  return {
    title: title && title.length <= 300 ? title : null,
    publisher: meta('og:site_name'),
    authors: null,
    date: date?.day ?? null,
    dateSource: date ? 'stated' : null,
    dateReason: date?.reason ?? null,
    language,
    url: address,
    note: null,
  };
}

function webAddress(address: string | null, base: string | null): string | null {
  if (address === null) return null;
  try {
    const { protocol, href } = new URL(address, base ?? undefined);
    return protocol === 'http:' || protocol === 'https:' ? href : null;
  } catch {
    return null;
  }
}

function languageTag(tag: string | null): string | null {
  try {
    const [canonical] = Intl.getCanonicalLocales(tag?.trim().replace('_', '-') ?? '');
    return canonical && /^[a-z]{2,3}(-|$)/.test(canonical) ? canonical : null;
  } catch {
    return null;
  }
}
