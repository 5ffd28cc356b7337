import type { Rule } from './verdict.js';

/** How many lines after the last one of the article may still be a quotation of it. */
const AFTER = 2;

/** Takes back quotations, paragraphs and headings that the reader view lost among others of the article. */
export const takeBackLost: Rule = (lines, verdicts) => {
  const first = verdicts.indexOf(null);
  const last = verdicts.lastIndexOf(null);
  const containers = new Set(lines.filter((_, i) => verdicts[i] === null).map(({ container }) => container));
  return lines.map(({ around, container, linked, isProse, isHeading }, i) => {
    if (i < first || i > last + AFTER) return verdicts[i] ?? null;
    const isQuotation =
      around.some(({ localName }) => localName === 'blockquote') &&
      around.some((element) => containers.has(element));
    const isBeside = containers.has(container) && linked < 0.3;
    return isQuotation || (isBeside && (isProse || isHeading)) ? null : (verdicts[i] ?? null);
  });
};
