import type { PageLine } from './page-lines.js';
import { lettersOf } from './page-title.js';

const SHORTEST = 8;
const MOST_HEADINGS = 500;

/**
 * The element that holds the title of the article on the page: the heading, else the line, that says one of its titles,
 * or the first heading of the first rank.
 * @param titles as the page's metadata say them; the first counts before the others
 */
export function titleElement(document: Document, lines: PageLine[], titles: string[]): Element | null {
  const headings = [...document.querySelectorAll('h1,h2,h3,h4')].slice(0, MOST_HEADINGS);
  const known = titles.map(lettersOf).filter((title) => title.length >= SHORTEST);
  const says = (text: string | null): boolean => {
    const own = lettersOf(text ?? '');
    return own.length >= SHORTEST && known.some((title) => title.includes(own) || own.includes(title));
  };
  const ranked = headings.toSorted(
    (one, next) => Number(next.localName === 'h1') - Number(one.localName === 'h1'),
  );
  return (
    ranked.find((heading) => says(heading.textContent)) ??
    lines.slice(0, 3000).find(({ text, pieces }) => says(text) && pieces[0]?.element.localName !== 'a')
      ?.pieces[0]?.element ??
    ranked.find(
      (heading) => heading.localName === 'h1' && lettersOf(heading.textContent ?? '').length >= SHORTEST,
    ) ??
    null
  );
}
