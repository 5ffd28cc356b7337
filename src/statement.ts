import { cosineMatrix } from './cosine-matrix.js';
import { States } from './embedding/pooling.js';
import type { TokenStates } from './index/token-states.js';
import type { Hit } from './search.js';
import { spellingLikeness, wordsOf } from './words/letters.js';

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

/** Names that are spelt less alike than this are two. */
const LEAST_SPELLING = 0.5;

/** @param index of which only these are looked at */
export function createSameStatement({
  tokens,
  passages: { dimension },
}: {
  tokens: TokenStates;
  passages: { dimension: number };
}): SameStatement {
  // Each hit is compared with several others.
  const known = new WeakMap<Hit, Sentence>();
  const sentenceOf = (hit: Hit): Sentence => {
    const sentence = known.get(hit) ?? readSentence(hit, tokens, dimension);
    known.set(hit, sentence);
    return sentence;
  };
  return (one, other) => {
    if (wordsOf(textOf(one)).join(' ') === wordsOf(textOf(other)).join(' ')) return true;
    if (!mayBeTranslations(one, other)) return false;
    const [sentence, compared] = [sentenceOf(one), sentenceOf(other)];
    return (
      likeness(sentence.states, compared.rows) >= LEAST_LIKENESS &&
      likeness(compared.states, sentence.rows) >= LEAST_LIKENESS
    );
  };
}

/** Whether two sentences are of two languages and one time, and differ in no number, in no name, and in no "not". */
function mayBeTranslations(one: Hit, other: Hit): boolean {
  const [language, otherLanguage] = [one, other].map(({ article }) => article.language?.split('-')[0]);
  if (!language || !otherLanguage || language === otherLanguage || !isAboutOneTime(one, other)) return false;
  const [text, otherText] = [textOf(one), textOf(other)];
  return (
    numbersIn(text) === numbersIn(otherText) &&
    NEGATION.test(text) === NEGATION.test(otherText) &&
    namesAreIn(text, language, otherText) &&
    namesAreIn(otherText, otherLanguage, text)
  );
}

/** Words that turn a statement into its opposite, in the languages at hand. */
const NEGATION =
  /(?<!\p{L})(not|no|never|none|without|\p{L}+n[’']t|nicht|kein\p{L}*|nie|niemals|ohne|не|нет|ни|никогда|без|нема|ні|ніколи|ne|pas|jamais|sans|non|nunca|sin|bez|nigdy)(?!\p{L})/iu;

/** Whether the names of a sentence stand in another, in some spelling. In German every noun has a capital, so none is told. */
function namesAreIn(text: string, language: string, other: string): boolean {
  if (language === 'de') return true;
  const names = text.match(/(?<=[\p{L}\p{N},;:’”"“]\s+[“"(]?)\p{Lu}\p{L}{2,}/gu) ?? [];
  const words = wordsOf(other);
  return names.every((name) => words.some((word) => spellingLikeness(name, word) >= LEAST_SPELLING));
}

const textOf = ({ article, sentence }: Hit): string => article.text.slice(sentence.start, sentence.end);

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

/** The numbers in a sentence, sorted: in a translation they may stand in another order. */
const numbersIn = (text: string): string => (text.match(/\p{N}+/gu) ?? []).sort().join(' ');

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
