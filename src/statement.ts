import { cosineMatrix } from './cosine-matrix.js';
import { States } from './embedding/pooling.js';
import type { IndexContents } from './index/open.js';
import type { TokenStates } from './index/token-states.js';
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
  // Each hit is compared with several others.
  const known = new WeakMap<Hit, Sentence>();
  const sentenceOf = (hit: Hit): Sentence => {
    const sentence = known.get(hit) ?? readSentence(hit, tokens, dimension);
    known.set(hit, sentence);
    return sentence;
  };
  return (one, other) => {
    if (one.article.id === other.article.id || !isAboutTheSameTime(one, other)) return false;
    if (numbersIn(one) !== numbersIn(other)) return false;
    const isOneLanguage = one.article.language === other.article.language;
    const least = isOneLanguage ? LEAST_LIKENESS.oneLanguage : LEAST_LIKENESS.twoLanguages;
    const [sentence, compared] = [sentenceOf(one), sentenceOf(other)];
    return (
      likeness(sentence.states, compared.rows) >= least && likeness(compared.states, sentence.rows) >= least
    );
  };
}

/** The token states of a sentence, in both forms in which they are compared. */
interface Sentence {
  rows: Int8Array;
  states: States;
}

function readSentence(
  { position, passage, sentence }: Hit,
  tokens: TokenStates,
  dimension: number,
): Sentence {
  const { rows: all, partEnds } = tokens.get(position);
  const number = passage.metadata.sentences.findIndex(({ start }) => start === sentence.start);
  const rows = all.subarray((partEnds[number] ?? 0) * dimension, (partEnds[number + 1] ?? 0) * dimension);
  return { rows, states: new States(Float32Array.from(rows), dimension).normalised() };
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
function likeness(states: States, others: Int8Array): number {
  const cosines = cosineMatrix(states, others);
  const columns = others.length / states.dimension;
  let sum = 0;
  for (let i = 0; i < states.count; i++) {
    let best = -1;
    for (let j = i * columns; j < (i + 1) * columns; j++) best = Math.max(best, cosines[j] as number);
    sum += best;
  }
  return sum / (states.count || 1);
}
