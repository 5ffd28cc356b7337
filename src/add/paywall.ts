/** Facebook's statement of who may read a page; microdata's; and the block itself, under the name that all give it. */
const STATEMENTS = [
  'meta[property="article:content_tier"][content="locked"]',
  'meta[property="article:content_tier"][content="metered"]',
  '[itemprop="isAccessibleForFree"][content="false" i]',
  'body :is(div, section, aside, article, p)[class*="paywall" i]',
  'body :is(div, section, aside, article, p)[id*="paywall" i]',
].join(', ');

/** schema.org's statement, within JSON-LD: of the page, or of a part of it. */
const NOT_FREE = /"isAccessibleForFree"\s{0,9}:\s{0,9}"?false/i;

/**
 * Whether a page says itself that it is not free to read. Many pages say so and show all their text to this program
 * all the same, so it means something only together with a short text.
 */
export function statesPaywall(document: Document): boolean {
  const data = [...document.querySelectorAll('script[type="application/ld+json"]')];
  return (
    data.some((script) => NOT_FREE.test(script.textContent ?? '')) ||
    document.querySelector(STATEMENTS) !== null
  );
}
