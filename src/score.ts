/** How well a sentence, and what stands around it, fit a question; each a cosine but for the words. */
export interface Likeness {
  /** Of the vectors of the question and of the passage. */
  passage: number;
  /** Of the vectors of the question and of the article's title and lead. */
  article: number;
  /** The share of the question's words that stand in the passage, 0 to 1. */
  words: number;
  /** Token by token, with the passage, the one before and the one after, under the article's title. */
  surroundings: number;
  /** Token by token, with the sentence. */
  sentence: number;
  /** Token by token, with the sentence and the one before it, under the article's title. */
  pair: number;
}

/** What of a search can be left out, to see what it is worth. */
export const PARTS = ['article', 'words', 'tokens'] as const;
export type Part = (typeof PARTS)[number];

/**
 * What each counts for; together 1. Fitted in November 2026 on a third of the questions of XQuAD (English, Spanish,
 * German; within a language and across), as a softmax over the sentences of the nearest passages with the one that
 * holds the answer, and rounded. Any of these may change by a third without changing recall by more than .003.
 */
export const WEIGHTS: Record<keyof Likeness, number> = {
  passage: 0.3,
  article: 0.3,
  words: 0.02,
  surroundings: 0.12,
  sentence: 0.13,
  pair: 0.13,
};

/** The likenesses that a part stands for. */
const OF_PART: Record<Part, (keyof Likeness)[]> = {
  article: ['article'],
  words: ['words'],
  tokens: ['surroundings', 'sentence', 'pair'],
};

/**
 * The score of a sentence, 0 to 1: by it sentences are put in order. What it means depends on the archive; see
 * certainty.ts.
 * @param without parts that are left out; what is left is scaled up
 */
export function scoreOf(likeness: Likeness, without: readonly Part[] = []): number {
  const left = without.flatMap((part) => OF_PART[part]);
  let [sum, total] = [0, 0];
  for (const [name, weight] of Object.entries(WEIGHTS) as [keyof Likeness, number][]) {
    if (left.includes(name)) continue;
    sum += weight * likeness[name];
    total += weight;
  }
  return Math.min(1, Math.max(0, sum / total));
}
