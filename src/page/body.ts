import type { Cut } from '../article/article.js';
import { type PageLine, pageLines } from './body-lines.js';
import * as rules from './body-rules.js';
import { ownHost } from './page-address.js';
import { mainElement } from './own-choice.js';
import { lengthOf, type PlacedLine, placeLine } from './placed-line.js';
import { isProse, weightOf } from './prose.js';
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
  const first = choose(document, lines);
  const verdicts = Object.entries(RULES).reduce(
    (before, [name, rule]) => (process.env['SKIP']?.includes(name) ? before : rule(lines, before, titles)),
    first as rules.Verdicts,
  );
  return compose(lines, verdicts);
}

/** Furniture that the reader view is not shown, as it takes it for the article where there is little else. */
const NEVER_SHOWN = new Set(['a menu', 'a form', 'a footer', 'a newsletter box', 'a notice', 'comments']);

function choose(document: Document, lines: PlacedLine[]): (string | null)[] {
  const prose = lines.filter(({ text, linked }) => isProse(text) && linked < 0.3);
  const weights = new Map<Element, number>();
  const sum = (of: PlacedLine[]) => of.reduce((total, { text }) => total + weightOf(text), 0);
  for (const line of prose)
    for (const { element } of line.named) weights.set(element, (weights.get(element) ?? 0) + weightOf(line.text));
  const total = sum(prose);
  const hidden = new Set<Element>();
  for (const { named } of lines)
    for (const { element, reason } of named)
      if (NEVER_SHOWN.has(reason) && (weights.get(element) ?? 0) < total * 0.4) hidden.add(element);
  const shown = lines.map(({ named }) => !named.some(({ element }) => hidden.has(element)));
  const candidates = prose.filter(({ named }) => !named.some(({ element }) => hidden.has(element)));
  const main = mainElement(candidates);
  const own = new Set(lines.filter(({ around }, i) => main && shown[i] && around.includes(main)));
  if (!process.env['NOHIDE']) for (const element of hidden) element.remove();
  const isKept = readerView(document);
  const read = new Set(lines.filter((line) => isKept && shareOf(line, isKept) >= 0.5));
  const [ownSum, readSum] = [sum(candidates.filter((line) => own.has(line))), sum(candidates.filter((line) => read.has(line)))];
  const chosen = ownSum > readSum * Number(process.env['OWN'] ?? 3) ? own : read;
  return lines.map((line) => (chosen.has(line) ? null : 'not of the article'));
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
