import { cosineMatrix } from './cosine-matrix.js';
import { States } from './embedding/pooling.js';
import type { TokenStates } from './index/token-states.js';
import type { Hit } from './search.js';
import { StatementText } from './statement-text.js';

/** Tells whether two hits say the same: in the same words, or one in a translation of the other. */
export type SameStatement = (one: Hit, other: Hit) => boolean;

/**
 * How alike the tokens of two sentences in two languages are, in the direction in which they are less so, when one is a
 * translation of the other. On all pairs of sentences of the four articles, translations had .66 to .72; so had one pair in
 * which somebody says the like again a week later (hence the limit below), and no other more than .69. Within a language
 * likeness tells nothing: sentences that differ in one name, or in a
 * "not", are as alike as copies. There, only the same words are the same statement.
 */
const LEAST_LIKENESS = 0.7;

/** Translations tell of one statement within this time, in days; later, somebody may have said the like again. */
const LONGEST_APART = 3;

/** @param index of which only these are looked at */
export function createSameStatement({
  tokens,
  vectors: { dimension },
}: {
  tokens: TokenStates;
  vectors: { dimension: number };
}): SameStatement {
  // Each hit is compared with several others.
  const texts = new WeakMap<Hit, StatementText>();
  const textOf = (hit: Hit): StatementText => kept(texts, hit, readText);
  const sentences = new WeakMap<Hit, Sentence>();
  const sentenceOf = (hit: Hit): Sentence =>
    kept(sentences, hit, (read) => readSentence(read, tokens, dimension));
  return (one, other) => {
    const [text, otherText] = [textOf(one), textOf(other)];
    if (text.plain === otherText.plain) return true;
    if (!isAboutOneTime(one, other) || !mayBeTranslations(text, otherText)) return false;
    const [sentence, compared] = [sentenceOf(one), sentenceOf(other)];
    return (
      likeness(sentence.states, compared.rows) >= LEAST_LIKENESS &&
      likeness(compared.states, sentence.rows) >= LEAST_LIKENESS
    );
  };
}

function kept<Thing>(known: WeakMap<Hit, Thing>, hit: Hit, read: (hit: Hit) => Thing): Thing {
  const thing = known.get(hit) ?? read(hit);
  known.set(hit, thing);
  return thing;
}

function readText({ article, sentence }: Hit): StatementText {
  return new StatementText(article.text.slice(sentence.start, sentence.end), article.language?.split('-')[0]);
}

/** Whether two sentences are of two languages, and differ in no number, in no name, and in no "not". */
function mayBeTranslations(one: StatementText, other: StatementText): boolean {
  return (
    one.language !== undefined &&
    other.language !== undefined &&
    one.language !== other.language &&
    one.numbers === other.numbers &&
    one.isNegated === other.isNegated &&
    one.hasNamesIn(other) &&
    other.hasNamesIn(one)
  );
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

function isAboutOneTime({ article: one }: Hit, { article: other }: Hit): boolean {
  if (one.date === null || other.date === null) return true;
  return Math.abs(Date.parse(one.date) - Date.parse(other.date)) <= LONGEST_APART * 24 * 60 * 60 * 1000;
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
