import type { Article } from './article/article.js';
import type { IndexContents } from './index/contents.js';
import { type Part, scoreOf } from './score.js';
import type { Coverage } from './words/coverage.js';

/** A passage that may answer, with what its vectors and its words say. */
export interface Candidate {
  /** In the index. */
  position: number;
  article: Article;
  passage: number;
  articleLikeness: number;
  words: number;
}

/** So many of the nearest passages, and so many of those that hold most of the question's words, are candidates. */
const NEAREST = 48;
const BY_WORDS = 16;

/**
 * The passages that may answer a question, the likeliest first: the nearest by their vectors, and those that share its
 * words, which finds names that vectors miss in a large archive.
 * @param vector of the question
 * @param isWanted which articles are searched; null for all
 */
export function findCandidates(
  vector: number[],
  coverage: Coverage | null,
  { passages, vectors, articles, articleVectors }: IndexContents,
  isWanted: ((article: Article) => boolean) | null,
  without: readonly Part[],
): Candidate[] {
  const wanted = isWanted && articles.map((article) => isWanted(article));
  const isSearched = (position: number): boolean => wanted?.[passages.articleOf(position)] ?? true;
  const found = new Map(vectors.nearest(vector, NEAREST, wanted ? isSearched : undefined));
  for (const position of mostCovered(coverage, isSearched)) {
    if (!found.has(position)) found.set(position, dot(vector, vectors.get(position)));
  }
  const candidates = [...found].map(([position, passage]): Candidate => {
    const number = passages.articleOf(position);
    const article = articles[number];
    if (!article) throw new Error('The index holds a passage of an article that it does not hold');
    const articleLikeness = dot(vector, articleVectors.get(number));
    return { position, article, passage, articleLikeness, words: coverage?.shares[position] ?? 0 };
  });
  const first = (one: Candidate): number => {
    const { passage, articleLikeness, words } = one;
    const likeness = { passage, article: articleLikeness, words, surroundings: 0, sentence: 0, pair: 0 };
    return scoreOf(likeness, [...without, 'tokens']);
  };
  return candidates
    .map((one) => ({ one, score: first(one) }))
    .sort((a, b) => b.score - a.score)
    .map(({ one }) => one);
}

/** The passages that cover most of the question, of those that are searched; in one pass, since there may be many. */
function mostCovered(coverage: Coverage | null, isSearched: (position: number) => boolean): number[] {
  const best: { position: number; share: number }[] = [];
  const shares = coverage?.shares ?? new Float32Array();
  for (let position = 0; position < shares.length; position++) {
    const share = shares[position] as number;
    if (share <= (best[BY_WORDS - 1]?.share ?? 0) || !isSearched(position)) continue;
    best.push({ position, share });
    best.sort((one, other) => other.share - one.share);
    best.length = Math.min(best.length, BY_WORDS);
  }
  return best.map(({ position }) => position);
}

function dot(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += (one[i] as number) * (other[i] as number);
  return sum;
}
