const LONGEST = 300;
/** What stands between a title and the name of its publisher: "The talks | The Paper". */
const DIVIDERS = /\s+[|–—·•»:/~-]+\s+/gu;
const CUT_SHORT = /(?:…|\.\.\.)$/;

/**
 * The title of an article, without the name of its publisher before or after it.
 * @param candidates as the page says them, none empty, the most trusted first; one that is cut short counts only where no other is
 *   there
 * @param headings the texts of the page's headings of the first rank
 * @param publishers the names that its publisher goes by: none of them is a title
 * @returns null where there is none of at most 300 characters
 */
export function bestTitle(candidates: string[], headings: string[], publishers: string[]): string | null {
  const fitting = candidates.filter((text) => text.length <= LONGEST && !isOneOf(publishers, text));
  const title = fitting.find((text) => !CUT_SHORT.test(text)) ?? fitting[0];
  return title === undefined ? null : withoutPublisher(title, headings, publishers);
}

/** "The talks | The Paper" is "The talks" where the rest is the publisher's name, or where a heading says so. */
function withoutPublisher(title: string, headings: string[], publishers: string[]): string {
  for (const divider of title.matchAll(DIVIDERS)) {
    const head = title.slice(0, divider.index);
    const tail = title.slice(divider.index + divider[0].length);
    if (isOneOf(publishers, tail) || isOneOf(headings, head)) return head || title;
    if (isOneOf(publishers, head) || isOneOf(headings, tail)) return tail;
  }
  return title;
}

const isOneOf = (texts: string[], text: string): boolean => {
  const wanted = lettersOf(text);
  return wanted !== '' && texts.some((one) => lettersOf(one) === wanted);
};

/** A text without case, spaces and signs, by which titles and names are compared. */
export const lettersOf = (text: string): string =>
  text
    .slice(0, 1000)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
