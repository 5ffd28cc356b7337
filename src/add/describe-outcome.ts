import type { RawArticle } from '../article/raw-article.js';
import { printable } from '../printable.js';
import type { Outcome } from './adding.js';
import { countWords } from './words.js';

/** What is said of a fate; in the second place where nothing is written. */
const FATES: Record<Outcome['fate'], [string, string]> = {
  added: ['added', 'would be added'],
  updated: ['updated', 'would be updated'],
  unchanged: ['unchanged', 'unchanged'],
  kept: ['left as it is', 'would be left as it is'],
  'same text': ['there already', 'there already'],
  failed: ['failed', 'failed'],
};

const wordsFor = (fate: Outcome['fate'], writes: boolean): string => FATES[fate][writes ? 0 : 1];
const count = (number: number, noun: string): string =>
  `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;

/**
 * The fate of an article in lines for a person, with what was found.
 * @param folder of the articles, as a person knows it
 * @param writes whether anything was written
 */
export function describeOutcome(outcome: Outcome, folder: string, writes: boolean): string {
  const { source, fate, file, reason, article } = outcome;
  const fateLine = [file === null ? null : `${folder}/${file}`, reason].filter((part) => part !== null);
  const rows: [string, string][] = [
    [wordsFor(fate, writes), fateLine.join('\n')],
    ...(article ? found(article) : []),
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const indented = (text: string) => text.replaceAll('\n', `\n${' '.repeat(width + 4)}`);
  const lines = rows.map(([name, text]) => `  ${name.padEnd(width)}  ${indented(text)}`);
  return printable([source, ...lines].join('\n'));
}

function found(article: RawArticle): [string, string][] {
  const { text, cuts, note } = article;
  const left = cuts.length > 0 ? `; ${count(cuts.length, 'piece')} of the page left out` : '';
  const rows: [string, string | null][] = [
    ['title', article.title],
    ['publisher', article.publisher],
    ['authors', article.authors?.join(', ') ?? null],
    ['date', dayAndHow(article)],
    ['language', article.language],
    ['address', article.url],
    ['length', `${count(countWords(text), 'word')}, ${count(text.length, 'character')}${left}`],
  ];
  return [...rows, ...(note === null ? [] : [['note', note] as const])].map(([name, fact]) => [
    name,
    fact ?? 'not known',
  ]);
}

function dayAndHow({ date, dateSource, dateReason }: RawArticle): string | null {
  if (date === null) return null;
  return `${date}, ${dateSource === 'inferred' ? `inferred: ${dateReason}` : (dateReason ?? 'as it says itself')}`;
}

/** What a program gets to know of an outcome: all but the text. */
export function outcomeToJson({ source, fate, file, reason, article }: Outcome, writes: boolean): object {
  const written = writes && (fate === 'added' || fate === 'updated');
  if (article === null) return { source, fate, written, file, reason, article };
  const { text, cuts, ...facts } = article;
  return {
    source,
    fate,
    written,
    file,
    reason,
    article: { ...facts, length: text.length, words: countWords(text), cuts: cuts.length },
  };
}

/** All of it in a sentence or two, with what to do next. */
export function summarise(outcomes: Outcome[], writes: boolean): string {
  const fates = Object.keys(FATES) as Outcome['fate'][];
  const counts = fates
    .map((fate) => ({ fate, times: outcomes.filter((outcome) => outcome.fate === fate).length }))
    .filter(({ times }) => times > 0)
    .map(({ fate, times }) => `${times} ${wordsFor(fate, writes)}`);
  const changed = outcomes.some(({ fate }) => fate === 'added' || fate === 'updated');
  if (!writes) return `${counts.join(', ')}. Nothing was written (--dry-run).`;
  return `${counts.join(', ')}.${changed ? ' Run "npm run index" for it to be quoted.' : ''}`;
}
