import { cosineMatrix } from './cosine-matrix.js';
import { States } from './embedding/pooling.js';
import type { IndexContents } from './index/open.js';
import type { Hit } from './search.js';

/** Tells whether two hits say the same in two articles, in one language or in two. */
export type SameStatement = (one: Hit, other: Hit) => boolean;

/**
 * How alike the tokens of two sentences are, in the direction in which they are less so, when they say the same. On all
 * pairs of sentences of the four articles, translations had .66 to .72, and what came nearest to them .70 within a
 * language and .66 across two; copies have .9 and more. Set so that none of the others is taken for the same: a quote
 * too many does less harm than a wrong "also in".
 */
const LEAST_LIKENESS = { oneLanguage: 0.78, twoLanguages: 0.68 };

/** Articles tell of one statement within this time, in days; later, somebody may have said the like again. */
const LONGEST_APART = 3;

export function createSameStatement({ tokens, passages: { dimension } }: IndexContents): SameStatement {
  const rowsOf = ({ position, passage, sentence }: Hit): Int8Array => {
    const { rows, partEnds } = tokens.get(position);
    const number = passage.metadata.sentences.findIndex(({ start }) => start === sentence.start);
    return rows.subarray((partEnds[number] ?? 0) * dimension, (partEnds[number + 1] ?? 0) * dimension);
  };
  return (one, other) => {
    if (one.article.id === other.article.id || !isAboutTheSameTime(one, other)) return false;
    if (numbersIn(one) !== numbersIn(other)) return false;
    const [rows, others] = [rowsOf(one), rowsOf(other)];
    const least =
      one.article.language === other.article.language
        ? LEAST_LIKENESS.oneLanguage
        : LEAST_LIKENESS.twoLanguages;
    return Math.min(likeness(rows, others, dimension), likeness(others, rows, dimension)) >= least;
  };
}

function isAboutTheSameTime({ article: one }: Hit, { article: other }: Hit): boolean {
  if (one.date === null || other.date === null) return true;
  return Math.abs(Date.parse(one.date) - Date.parse(other.date)) <= LONGEST_APART * 24 * 60 * 60 * 1000;
}

/** The numbers in a sentence, in order of size: two statements with other numbers are two. */
function numbersIn({ article, sentence }: Hit): string {
  const numbers = article.text.slice(sentence.start, sentence.end).match(/\p{N}+/gu) ?? [];
  return numbers.sort().join(' ');
}

/** The mean of the best cosines of the tokens of one sentence among those of another. */
function likeness(rows: Int8Array, others: Int8Array, dimension: number): number {
  const states = new States(Float32Array.from(rows), dimension).normalised();
  const cosines = cosineMatrix(states, others);
  const columns = others.length / dimension;
  let sum = 0;
  for (let i = 0; i < states.count; i++) {
    let best = -1;
    for (let j = i * columns; j < (i + 1) * columns; j++) best = Math.max(best, cosines[j] ?? -1);
    sum += best;
  }
  return sum / (states.count || 1);
}
