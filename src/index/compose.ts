import { findCopies } from '../copies/find-copies.js';
import { sketchOf } from '../copies/shingles.js';
import { updateCopies } from '../copies/update-copies.js';
import { listsOf } from '../lists.js';
import { withHeading } from '../passage.js';
import { TermIndex } from '../words/term-index.js';
import { ArticleVectors } from './article-vectors.js';
import { byId, type IndexContents } from './open.js';
import { PassageIndex } from './passage-index.js';
import type { Old, Plan } from './plan.js';
import type { Place, Segments } from './segment.js';
import { tokensInSegments } from './token-states.js';

/**
 * An index of this size is linked anew whenever something in it changes: that takes less than a second, and gives the
 * same graph whatever was there before.
 */
const SMALL = 2_000;

/** Where more than this share of the passages comes or goes, a new graph is made sooner than the old one is mended. */
const MOSTLY_THE_SAME = 0.1;

/** Whether to change the old graph and the old words, rather than to make new ones. */
export function isChangedInPlace({ passages, changed }: Plan, old: Old | null): old is Old {
  return old !== null && passages.length > SMALL && changed <= MOSTLY_THE_SAME * passages.length;
}

/** What an index holds that no model has a part in. */
export type Texts = Pick<IndexContents, 'articles' | 'terms' | 'sketches' | 'copies'>;

/**
 * Puts together what can be known before anything is embedded.
 * @param old what is changed in place; null to make all of it anew
 */
export function composeTexts({ passages, articles }: Plan, old: Old | null): Texts {
  const all = articles.map(({ article }) => article);
  const sketched = articles.map(({ article: { id, text }, number }) => {
    const isUnchanged = old !== null && number !== null;
    return { id, text, isUnchanged, sketch: isUnchanged ? old.index.sketches.get(number) : sketchOf(text) };
  });
  const sketches = sketched.map(({ sketch }) => sketch);
  const newPositions = new Int32Array(old?.index.terms.size ?? 0).fill(-1);
  const comers: [position: number, text: string][] = [];
  for (const [i, { passage, position }] of passages.entries()) {
    if (old && position !== null) newPositions[position] = i;
    else comers.push([i, withHeading(passage).text]);
  }
  return {
    articles: all,
    terms: (old?.index.terms ?? TermIndex.of([])).updated(newPositions, passages.length, comers),
    sketches: listsOf(sketches),
    copies: old ? updateCopies(sketched, old.index.copies) : findCopies(all, sketches),
  };
}

/**
 * Puts the contents of a new index together, from a plan of which nothing lacks any more.
 * @param old what is changed in place; null to make all of it anew
 * @param onLinked told how many passages are linked in the graph, and of how many
 */
export function composeIndex(
  { passages, articles }: Plan,
  texts: Texts,
  segments: Segments,
  old: Old | null,
  onLinked: (done: number, total: number) => void,
): IndexContents & { places: Place[] } {
  const places = passages.map(({ place }) => place ?? missing());
  const vectors = articles.map(({ vector, place }) => vector ?? segments.vectorOf(place ?? missing()));
  const graph = old?.index.passages ?? PassageIndex.empty(vectors[0]?.length ?? 0);
  const stays = old ? passages : passages.map(({ passage }) => ({ passage, position: null }));
  const comers = stays.filter(({ position }) => position === null).length;
  graph.replace(
    stays,
    (i) => Array.from(segments.vectorOf(places[i] ?? missing())),
    byId(texts.articles),
    (done) => onLinked(done, comers),
  );
  return {
    ...texts,
    passages: graph,
    tokens: tokensInSegments(places, segments),
    places,
    articleVectors: ArticleVectors.of(vectors),
  };
}

function missing(): never {
  throw new Error('A text of the plan was not embedded');
}
