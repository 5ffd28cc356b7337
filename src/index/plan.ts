import type { Article } from '../article/article.js';
import { type Passage, passagesOf } from '../passage.js';
import { type ArticleEntry, describeArticle } from './manifest.js';
import { type Old, OldArticles } from './old-articles.js';
import type { Place } from './segment.js';

/** A passage of the new index. */
export interface PlannedPassage {
  /** The number of its article. */
  article: number;
  /** As it was cut from its article; null where it is taken over from the old index as it is, and need not be made. */
  cut: Passage | null;
  /** Where it stands in the old index; null where it is to be embedded. */
  from: number | null;
  /** Whether the point that it has there in the graph is its own, and not another passage's that reads the same. */
  isLinked: boolean;
  /** Where what the model made of it lies, if not where `from` has it. */
  place: Place | null;
}

/** An article of the new index. */
interface PlannedArticle {
  article: Article;
  /** What the manifest will say of it. */
  description: ArticleEntry;
  /** Where it stands in the old index; null where it is new or has changed. */
  number: number | null;
  /** The vector of its lead; null where it is not known. */
  vector: Float32Array | null;
  /** Where the vector lies that was made of its lead. */
  place: Place | null;
}

export interface Plan {
  /** What is taken over comes from there. */
  old: Old | null;
  /** In the order of the articles. */
  passages: PlannedPassage[];
  articles: PlannedArticle[];
  /** How many passages come or go. */
  changed: number;
}

/**
 * Finds out what of an old index stays: all of the articles that are unchanged, and of the others the passages that
 * read as before, also under another file's name.
 * @param onArticle told how many articles are cut into passages, and of how many
 */
export function planIndex(
  articles: Article[],
  old: Old | null,
  onArticle: (done: number, total: number) => void,
): Plan {
  const left = old ? new OldArticles(old) : null;
  const described = articles.map((article) => {
    return { article, description: left?.descriptionOf(article) ?? describeArticle(article) };
  });
  // First of all, so that no passage of an unchanged article is taken for another one.
  const unchanged = described.map(({ description }) => left?.takeUnchanged(description) ?? null);
  const passages: PlannedPassage[] = [];
  const planned = described.map(({ article, description }, i): PlannedArticle => {
    onArticle(i, articles.length);
    const kept = unchanged[i];
    if (kept) {
      const { number, vector, positions } = kept;
      for (let from = positions.start; from < positions.end; from++)
        passages.push({ article: i, cut: null, from, isLinked: true, place: null });
      return { article, description, number, vector, place: null };
    }
    for (const cut of passagesOf(article)) {
      const alike = left?.takeAlike(cut) ?? { from: null, isLinked: false };
      passages.push({ article: i, cut, ...alike, place: null });
    }
    return { article, description, number: null, vector: left?.leadOf(article) ?? null, place: null };
  });
  const stay = passages.filter(({ isLinked }) => isLinked).length;
  const before = old?.index.passages.size ?? 0;
  return { old, passages, articles: planned, changed: passages.length - stay + (before - stay) };
}

/** A passage of the new index, as it was cut. */
export function passageOf({ old }: Plan, { cut, from }: PlannedPassage): Passage {
  if (cut) return cut;
  return old && from !== null ? old.index.passages.get(from) : missing();
}

/** In which segments what the model made of the passages lies, and how much of them each takes, as far as it is made. */
export function* extentsOf({ old, passages }: Plan): Generator<Pick<Place, 'segment' | 'length'>> {
  for (const { place, from } of passages) {
    if (place) yield place;
    else if (old && from !== null) yield old.index.places.extentOf(from);
  }
}

function missing(): never {
  throw new Error('A passage of the plan is nowhere');
}
