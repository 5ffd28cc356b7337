import { type Copy, findCopies, leastShared } from './find-copies.js';
import type { Sketch } from './shingles.js';

const FEW_COMERS = 50;

/** An article of the new archive. */
export interface UpdatedArticle {
  id: string;
  text: string;
  sketch: Sketch;
  /** Whether it was there before, with the same text. */
  isUnchanged: boolean;
}

/**
 * Brings copies up to date where few articles have come, gone or changed. Only those are compared again that have part of
 * the sketch of one that came, or were copies of one that went, and the copies of these.
 * @param old what was found before
 * @returns what `findCopies` finds of all articles
 */
export function updateCopies(articles: readonly UpdatedArticle[], old: readonly Copy[]): Copy[] {
  const unchanged = new Set(articles.filter((article) => article.isUnchanged).map(({ id }) => id));
  const comers = articles.filter((article) => !article.isUnchanged);
  // Each is compared with all sketches: of many, all copies are found sooner.
  if (comers.length > FEW_COMERS)
    return findCopies(
      articles,
      articles.map(({ sketch }) => sketch),
    );
  const orphans = old.flatMap(({ one, other }) => {
    if (!unchanged.has(one)) return [other];
    return unchanged.has(other) ? [] : [one];
  });
  const touched = new Set([...orphans, ...comers.flatMap((comer) => sharing(comer, articles))]);
  for (let before = -1; before !== touched.size; ) {
    before = touched.size;
    for (const { one, other } of old) if (touched.has(one) || touched.has(other)) touched.add(one).add(other);
  }
  const again = articles.filter(({ id }) => touched.has(id));
  const kept = old.filter(
    ({ one, other }) => unchanged.has(one) && unchanged.has(other) && !touched.has(one),
  );
  const found = findCopies(
    again,
    again.map(({ sketch }) => sketch),
  );
  const sizes = new Map(articles.map(({ id, sketch }, i) => [id, { size: sketch[0] ?? 0, i }]));
  const rank = ({ other }: Copy) => sizes.get(other) ?? { size: 0, i: 0 };
  return [...kept, ...found].sort(
    (one, other) => rank(other).size - rank(one).size || rank(one).i - rank(other).i,
  );
}

/** The articles that may be copies of one, or it of them: with enough of the shorter sketch in common. */
function sharing(comer: UpdatedArticle, articles: readonly UpdatedArticle[]): string[] {
  const numbers = new Set(comer.sketch.subarray(1));
  const mayBeCopy = ({ sketch }: UpdatedArticle): boolean => {
    let shared = 0;
    for (let i = 1; i < sketch.length; i++) if (numbers.has(sketch[i] as number)) shared++;
    return shared >= leastShared(Math.min(numbers.size, sketch.length - 1));
  };
  return articles.filter(mayBeCopy).map(({ id }) => id);
}
