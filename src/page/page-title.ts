const LONGEST = 300;
/** What stands between a title and the name of its publisher: "The talks | The Paper". */
const DIVIDERS = /\s+[|–—·•»:/~-]+\s+/gu;

/**
 * The title of an article, without the name of its publisher after it.
 * @param candidates as the page says them, the most trusted first
 * @param headings the texts of its headings of the first rank
 * @param publishers the names that its publisher goes by: none of them is a title
 * @returns null where none has a title's length (1 to 300 characters)
 */
export function bestTitle(candidates: string[], headings: string[], publishers: string[]): string | null {
  const isTitle = (text: string): boolean =>
    text !== '' && text.length <= LONGEST && !isOneOf(publishers, text);
  const title = candidates.find(isTitle) ?? headings.find(isTitle);
  if (title === undefined) return null;
  for (const divider of title.matchAll(DIVIDERS)) {
    const head = title.slice(0, divider.index);
    const tail = title.slice(divider.index + divider[0].length);
    if (head !== '' && (isOneOf(publishers, tail) || isOneOf(headings, head))) return head;
  }
  return title;
}

const isOneOf = (texts: string[], text: string): boolean => {
  const wanted = compared(text);
  return wanted !== '' && texts.some((one) => compared(one) === wanted);
};

/** Text without case and signs, to be compared. */
const compared = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
