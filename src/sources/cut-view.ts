import pico from 'picocolors';
import { type Article, summaryOf } from '../article/article.js';
import { piecesOf } from '../article/pieces.js';
import { printable } from '../printable.js';
import type { TerminalStyle } from '../terminal-lines.js';
import { titleOf } from '../view.js';
import { placeOf } from './place-of.js';

/** Of the article's own text around what was left out, so much is shown. */
const AROUND = 60;

/** What was left out of an article, in its place, and why. */
export function cutView(article: Article, { colour }: TerminalStyle): string {
  const paint = pico.createColors(colour);
  const pieces = piecesOf(article.text, article.cuts);
  const count = article.cuts.filter(({ text }) => text.trim() !== '').length;
  const lines = pieces.flatMap(({ text, cut }, i): string[] => {
    if (text.trim() === '') return [];
    const shown = printable(text.trim());
    if (cut === null) return [`    ${paint.dim(`kept: ${shortened(shown, i > 0, i < pieces.length - 1)}`)}`];
    const isSameKind = pieces[i - 1]?.cut?.reason === cut.reason;
    return [
      ...(isSameKind ? [] : [`${cut.reason}:`]),
      ...shown.split('\n').map((line) => `  - ${paint.red(line)}`),
    ];
  });
  const parts = count === 1 ? '1 part was' : `${count} parts were`;
  const what = count === 0 ? 'nothing was left out' : `${parts} left out`;
  const head = `${paint.bold(printable(titleOf(summaryOf(article))))} (${printable(placeOf(article))}): ${what}`;
  return count === 0 ? `${head}.` : [`${head}.`, ...lines].join('\n');
}

/** The article's own words next to what was left out before and after them. */
function shortened(text: string, isAfterCut: boolean, isBeforeCut: boolean): string {
  const line = text.replace(/\s+/g, ' ');
  if (line.length <= 2 * AROUND + 3) return line;
  const start = isAfterCut ? line.slice(0, AROUND) : '';
  return `${start} … ${isBeforeCut ? line.slice(-AROUND) : ''}`.trim();
}
