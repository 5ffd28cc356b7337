import type { Cut } from '../article/article.js';
import { oneLine } from '../article/invisible.js';
import { chooseBody } from './body-choice.js';
import { leaveOutHead, leaveOutTail } from './body-edges.js';
import { leaveOutLabels } from './body-labels.js';
import { pageLines } from './body-lines.js';
import { leaveOutLinks } from './body-links.js';
import { takeBackLost } from './body-lost.js';
import { leaveOutNamed } from './body-named.js';
import { bodyText } from './body-text.js';
import { placeLines } from './placed-line.js';
import { ownHost } from './same-site.js';
import type { Rule } from './verdict.js';

const RULES: Rule[] = [
  takeBackLost,
  leaveOutNamed,
  leaveOutLinks,
  leaveOutLabels,
  leaveOutHead,
  leaveOutTail,
];

/**
 * Reads the text of a page's article. A page is a list of lines, and its article some of them, in their order.
 * @param url the page's address, by which links within its site are known
 * @returns a paragraph, heading, item or row a line, paragraphs divided by an empty line; what stands in and around it
 *   and was cut; all of the page's text where no article is found in it. The document is changed.
 */
export function readBody(document: Document, url: string | null): { text: string; cuts: Cut[] } {
  const host = ownHost(document, url);
  const titles = titlesOf(document);
  const lines = placeLines(pageLines(document.body), host);
  const chosen = chooseBody(document, lines);
  const verdicts = RULES.reduce((before, rule) => rule(lines, before, titles), chosen);
  const hasText = lines.some(({ text }, i) => verdicts[i] === null && /\p{L}/u.test(text));
  return bodyText(lines, hasText ? verdicts : lines.map(() => null));
}

function titlesOf(document: Document): string[] {
  const shared = document.querySelector('meta[property="og:title"]')?.getAttribute('content');
  return [shared ?? '', document.title].map(oneLine);
}
