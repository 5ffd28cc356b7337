import type { Cut } from '../article/article.js';
import { type PageLine, pageLines } from './body-lines.js';
import { readerView } from './reader-view.js';

/** The article's text, and what stands inside it and is not of it. The document is changed. */
export function readBody(document: Document): { text: string; cuts: Cut[] } {
  const lines = pageLines(document.body);
  const isKept = readerView(document);
  const reasons = lines.map((line) => (isKept && shareOf(line, isKept) < 0.5 ? 'page furniture' : null));
  return compose(lines, reasons);
}

function shareOf(line: PageLine, isKept: (element: Element) => boolean): number {
  const sum = (pieces: PageLine['pieces']) => pieces.reduce((total, { length }) => total + length, 0);
  return sum(line.pieces.filter(({ element }) => isKept(element))) / sum(line.pieces);
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
