import type { PlacedLine } from './placed-line.js';

/** Why a line of a page is left out of its article, or null where it is the article's. */
export type Verdict = string | null;

/** @returns the verdicts with more lines left out, or taken back; one for each line */
export type Rule = (lines: PlacedLine[], verdicts: Verdict[], titles: string[]) => Verdict[];

/** What no rule has looked at: the reader view left it out. */
export const NOT_OF_THE_ARTICLE = 'not of the article';

/** The elements right around the paragraphs of the article: what stands in one of them stands beside a paragraph. */
export function bodiesOf(lines: PlacedLine[], verdicts: Verdict[]): Set<Element | null> {
  return new Set(
    lines.filter(({ isProse }, i) => isProse && verdicts[i] === null).map(({ container }) => container),
  );
}
