import type { Cut } from '../article/article.js';
import { type PageLine, pageLines } from './body-lines.js';
import * as rules from './body-rules.js';
import { ownHost } from './page-address.js';
import { lengthOf, placeLine } from './placed-line.js';
import { readerView } from './reader-view.js';

const RULES: Record<string, rules.Rule> = {
  takeBackQuotations: rules.takeBackQuotations,
  leaveOutNamed: rules.leaveOutNamed,
  leaveOutLinks: rules.leaveOutLinks,
  leaveOutListHeadings: rules.leaveOutListHeadings,
  leaveOutLabels: rules.leaveOutLabels,
  leaveOutHead: rules.leaveOutHead,
  leaveOutTail: rules.leaveOutTail,
};

/** The article's text, and what stands inside it and is not of it. The document is changed. */
export function readBody(document: Document, url: string | null): { text: string; cuts: Cut[] } {
  const host = ownHost(document, url);
  const lines = pageLines(document.body).map((line) => placeLine(line, host));
  const titles = [
    document.querySelector('meta[property="og:title"]')?.getAttribute('content') ?? '',
    document.title,
  ];
  const isKept = readerView(document);
  const first = lines.map((line) => (isKept && shareOf(line, isKept) < 0.5 ? 'not of the article' : null));
  const verdicts = Object.entries(RULES).reduce(
    (before, [name, rule]) => (process.env['SKIP']?.includes(name) ? before : rule(lines, before, titles)),
    first as rules.Verdicts,
  );
  return compose(lines, verdicts);
}

function shareOf({ pieces }: PageLine, isKept: (element: Element) => boolean): number {
  return lengthOf(pieces.filter(({ element }) => isKept(element))) / lengthOf(pieces);
}

function compose(lines: PageLine[], reasons: (string | null)[]): { text: string; cuts: Cut[] } {
  let text = '';
  const cuts: Cut[] = [];
  let opens = false;
  for (const [i, line] of lines.entries()) {
    const reason = reasons[i] ?? null;
    if (reason !== null) {
      opens ||= line.opensParagraph;
      cuts.push({ at: text.length, text: line.text, reason });
      continue;
    }
    if (text !== '') text += line.opensParagraph || opens ? '\n\n' : '\n';
    opens = false;
    text += line.text;
  }
  return { text, cuts };
}
