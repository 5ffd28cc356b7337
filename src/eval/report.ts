import { type AnswerFigures, figuresByLanguage, figuresOf, type Scored } from './measure-answers.js';
import type { Miss, SearchFigures } from './measure-search.js';

/** The figures of a collection in a table, and the first misses. */
export function searchReport(figures: SearchFigures, misses: Miss[], shown: number): string {
  const rows = Object.entries(figures).map(([name, value]) => [name, cell(value)]);
  return [columns(rows), ...missesOf(misses, shown, missLines)].join('\n\n');
}

/** The figures of a scorecard in a table, a row a language, and the first misses. */
export function answerReport(scored: Scored[], shown: number): string {
  const all = figuresOf(scored);
  const byLanguages = Object.entries(figuresByLanguage(scored));
  const row = ([name, figures]: [string, AnswerFigures]) => [name, ...Object.values(figures).map(cell)];
  const rows = [['language', ...Object.keys(all)], ...byLanguages.map(row), row(['all', all])];
  return [columns(rows), ...missesOf(scored.filter(isMiss), shown, answerLines)].join('\n\n');
}

/** Whether something is wrong with an answer: its first quote, or that it is answered at all. */
export function isMiss({ asked, answer, right }: Scored): boolean {
  return asked.words.length > 0 ? right !== 0 : answer.answered;
}

/** The first misses, and how many there are. */
function missesOf<T>(misses: T[], shown: number, lines: (miss: T) => string): string[] {
  if (shown === 0) return [];
  const first = misses.slice(0, shown);
  return [`${first.length} of ${misses.length} misses:`, ...first.map(lines)];
}

function missLines({ query, found, expected, rank }: Miss): string {
  const where = rank === null ? 'not found' : `found as number ${rank}`;
  return `? ${query}\n  first: ${short(found)}\n  right: ${short(expected)} (${where})`;
}

function answerLines({ asked, answer, right }: Scored): string {
  const expected = asked.words.length === 0 ? 'no answer' : asked.words.join(' / ');
  const place = right < 0 ? 'no quote is right' : `quote ${right + 1} is right`;
  const state = answer.answered ? `answered, ${place}` : `refused: ${answer.reason}`;
  const first = answer.quotes[0] ?? answer.nearest?.[0];
  const shown = first ? [`  first: ${first.score.toFixed(2)} ${short(first.text)}`] : [];
  return [`? ${asked.question}`, `  expected: ${short(expected)}`, `  ${state}`, ...shown].join('\n');
}

const LONGEST = 200;

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}

const cell = (value: number | null): string => (value === null ? '-' : String(value));

/** Lines in columns: the first to the left, the others to the right. */
function columns(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)));
  const padded = (text: string, i: number): string =>
    i === 0 ? text.padEnd(widths[i] ?? 0) : text.padStart(widths[i] ?? 0);
  return rows.map((row) => row.map(padded).join('  ').trimEnd()).join('\n');
}
