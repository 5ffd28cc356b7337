import { certaintyOf } from '../certainty.js';
import type { Library } from '../library.js';
import { percentile } from '../percentile.js';
import { UserError } from '../user-error.js';
import type { Collection } from './beir.js';
import { auroc, mean, ndcg10, type Ranking, recall, reciprocalRank10, round } from './metrics.js';

/** How well a search finds the right documents, 0 to 1 each, and how long it takes, in milliseconds. */
export interface SearchFigures {
  queries: number;
  ndcg10: number;
  mrr10: number;
  recall1: number;
  recall5: number;
  recall10: number;
  /** Where only a part is indexed: how well the best score tells what the index answers from what it does not. */
  auroc?: number | null;
  msP50: number;
  msP95: number;
}

/** A query whose first document is a wrong one. */
export interface Miss {
  query: string;
  /** What was found first, and what should have been. */
  found: string;
  expected: string;
  /** The rank of the right document; null where it was not found. */
  rank: number | null;
}

/** Null where everything is answered, or nothing. */
function aurocOf(answered: number[], others: number[]): number | null {
  return answered.length === 0 || others.length === 0 ? null : round(auroc(answered, others), 4);
}

/**
 * Asks all queries of a collection.
 * @param isPart whether only a part of the documents is indexed
 * @param onQuery told how many are done, before each
 */
export async function measureSearch(
  { queries, grades }: Pick<Collection, 'queries' | 'grades'>,
  library: Pick<Library, 'search' | 'baseline' | 'articles'>,
  isPart: boolean,
  onQuery: (done: number) => void,
): Promise<{ figures: SearchFigures; misses: Miss[] }> {
  const indexed = new Map(library.articles.map((article) => [article.id, article]));
  const rankings: Ranking[] = [];
  const misses: Miss[] = [];
  const times: number[] = [];
  const scores: { score: number; isAnswered: boolean }[] = [];
  for (const [i, { id, text }] of queries.entries()) {
    onQuery(i);
    const started = performance.now();
    const found = await library.search(text);
    times.push(performance.now() - started);
    const right = new Map([...(grades.get(id) ?? [])].filter(([document]) => indexed.has(document)));
    scores.push({
      score: certaintyOf(found.hits[0]?.score ?? 0, found.question, library.baseline),
      isAnswered: right.size > 0,
    });
    if (right.size === 0) continue;
    const documents = [...new Set(found.hits.map(({ article }) => article.id))];
    rankings.push({
      found: documents.map((document) => right.get(document) ?? 0),
      right: [...right.values()],
    });
    const [expected = ''] = right.keys();
    const first = found.hits[0];
    if (right.has(first?.article.id ?? '')) continue;
    const rank = documents.findIndex((document) => right.has(document));
    const excerpt = first ? first.article.text.slice(first.sentence.start, first.sentence.end) : '';
    misses.push({
      query: text,
      found: excerpt,
      expected: indexed.get(expected)?.text ?? '',
      rank: rank < 0 ? null : rank + 1,
    });
  }
  if (rankings.length === 0) {
    throw new UserError(
      'No query has a right document among those that are indexed. Leave out less of them.',
      2,
    );
  }
  const average = (of: (ranking: Ranking) => number): number => round(mean(rankings.map(of)), 4);
  const scoresOf = (answered: boolean): number[] =>
    scores.filter(({ isAnswered }) => isAnswered === answered).map(({ score }) => score);
  const figures = {
    queries: queries.length,
    ndcg10: average(ndcg10),
    mrr10: average(reciprocalRank10),
    recall1: average((ranking) => recall(ranking, 1)),
    recall5: average((ranking) => recall(ranking, 5)),
    recall10: average((ranking) => recall(ranking, 10)),
    ...(isPart && { auroc: aurocOf(scoresOf(true), scoresOf(false)) }),
    msP50: round(percentile(times, 0.5), 1),
    msP95: round(percentile(times, 0.95), 1),
  };
  return { figures, misses };
}
