import type { Article, Span } from './article/article.js';
import type { Hit } from './search.js';

/** A run of whole sentences of an article that may be quoted. */
export interface Place extends Span {
  article: Article;
  /** The sentence in it that fits best. */
  best: Hit['sentence'];
  score: number;
}

/** Overlapping places are joined up to this length, in characters; some 150 words still read as one quote. */
const LONGEST = 1_000;

/**
 * The places of hits, in their order. Places that overlap become one, at the rank of the best of them; where that
 * would be too long, the worst is left out.
 * @param count at most so many
 */
export function differentPlaces(hits: Hit[], count: number): Place[] {
  let places: Place[] = [];
  for (const place of hits.map(placeOf)) {
    const overlapping = places.filter((other) => overlap(other, place));
    const [first] = overlapping;
    if (!first) {
      if (places.length === count) break;
      places.push(place);
      continue;
    }
    const joined = join(first, [...overlapping, place]);
    if (joined.end - joined.start > LONGEST) continue;
    const others = places.filter((other) => other === first || !overlapping.includes(other));
    places = others.map((other) => (other === first ? joined : other));
  }
  return places;
}

/** The best place of each article, in the order of the hits; at most so many. */
export function differentArticles(hits: Hit[], count: number): Place[] {
  const first = hits.filter((hit, i) => hits.findIndex(({ article }) => article === hit.article) === i);
  return first.slice(0, count).map(placeOf);
}

function placeOf({ article, passage, sentence, score }: Hit): Place {
  const { start, end } = passage.metadata;
  return { article, start, end, best: sentence, score };
}

function overlap(one: Place, other: Place): boolean {
  return one.article === other.article && one.start < other.end && other.start < one.end;
}

/** One place of several that overlap without a gap; its best sentence is the best of all. */
function join(first: Place, places: Place[]): Place {
  return {
    ...first,
    start: Math.min(...places.map(({ start }) => start)),
    end: Math.max(...places.map(({ end }) => end)),
    best: places
      .map(({ best }) => best)
      .reduce((one, other) => (other.likeness > one.likeness ? other : one)),
  };
}
