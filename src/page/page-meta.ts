import { oneLine } from '../article/invisible.js';

const MOST = 1000;

/** The meta elements of a page, as pairs of a name in small letters and a content that is not empty. */
export function metaPairs(document: Document): [name: string, content: string][] {
  return [...document.querySelectorAll('meta[content]')].slice(0, MOST).flatMap((meta) => {
    const name = ['property', 'name', 'itemprop', 'http-equiv']
      .map((attribute) => meta.getAttribute(attribute)?.trim().toLowerCase() ?? '')
      .find((one) => one !== '');
    const content = oneLine((meta.getAttribute('content') ?? '').slice(0, 10_000));
    return name && content ? [[name, content]] : [];
  });
}

/** Every content of the first of some names that the page has. */
export function metaContents(pairs: [string, string][], ...names: string[]): string[] {
  for (const wanted of names) {
    const contents = pairs.filter(([name]) => name === wanted).map(([, content]) => content);
    if (contents.length > 0) return contents;
  }
  return [];
}
