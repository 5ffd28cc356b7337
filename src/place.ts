import type { Article, Span } from './article/article.js';
import { quoteAround } from './quote-span.js';
import type { Hit } from './search.js';
import type { SameStatement } from './statement.js';

/** A run of whole sentences of an article that may be quoted. */
export interface Place extends Span {
  article: Article;
  /** The sentence in it that answers best. */
  best: Span;
  /** The hit's. */
  score: number;
  /** Other articles that say the same. */
  alsoIn: Article[];
}

/**
 * The places of hits, in their order, none overlapping a better one. What says the same as a better one in another
 * article is named with that one.
 * @param count at most so many
 */
export function differentStatements(hits: Hit[], count: number, isSame: SameStatement): Place[] {
  const shown: { hit: Hit; place: Place }[] = [];
  for (const hit of hits) {
    const place = placeOf(hit);
    if (shown.some((other) => overlap(other.place, place))) continue;
    const same = shown.find((other) => isSame(other.hit, hit));
    if (same) addArticle(same.place, hit.article);
    else if (shown.length < count) shown.push({ hit, place });
  }
  return shown.map(({ place }) => place);
}

/** The best place of each article, in the order of the hits; at most so many. */
export function differentArticles(hits: Hit[], count: number): Place[] {
  const first = hits.filter((hit, i) => hits.findIndex(({ article }) => article === hit.article) === i);
  return first.slice(0, count).map(placeOf);
}

/** The sentence that fits best, with as much around it as makes it readable. */
function placeOf({ article, passage, sentence, score }: Hit): Place {
  const span = quoteAround(article.text, passage.metadata.sentences, sentence);
  return { article, ...span, best: sentence, score, alsoIn: [] };
}

function addArticle({ article, alsoIn }: Place, other: Article): void {
  if (article !== other && !alsoIn.includes(other)) alsoIn.push(other);
}

function overlap(one: Place, other: Place): boolean {
  return one.article === other.article && one.start < other.end && other.start < one.end;
}
