import type { PlacedLine } from './placed-line.js';
import type { Rule } from './verdict.js';

const LINK = 'a link to another page';
/** Words before a link to another story, up to a colon: "Related:". */
const LABEL = /^\W{0,2}[^:：]{1,40}[:：]/u;

/**
 * Leaves out paragraphs that are nothing but a link to another page of the site, and headings right above such links.
 * Links to other sites stay: lists of them are what some articles are made of. So do those in tables.
 */
export const leaveOutLinks: Rule = (lines, verdicts) => {
  const isLink = lines.map(isOnlyLink);
  const found = lines.map(({ opensParagraph }, i) => {
    const isAlone = opensParagraph || isLink[i - 1] || isLink[i + 1];
    return verdicts[i] === null && isLink[i] && isAlone ? LINK : (verdicts[i] ?? null);
  });
  return lines.map(({ weight, endsSentence }, i) => {
    const isAbove = found[i + 1] === LINK && found[i + 2] === LINK;
    return found[i] === null && isAbove && weight < 60 && !endsSentence
      ? 'a heading of links'
      : (found[i] ?? null);
  });
};

function isOnlyLink({ text, around, linkedInside, endsSentence }: PlacedLine): boolean {
  if (linkedInside === 0 || around.some(({ localName }) => localName === 'table')) return false;
  if (linkedInside >= (endsSentence ? 0.9 : 0.8)) return true;
  const label = LABEL.exec(text)?.[0].length ?? 0;
  return label > 0 && linkedInside * text.length >= (text.length - label) * 0.85;
}
