import type { EmbeddingsInterface } from '@langchain/core/embeddings';
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

/**
 * Puts the contents of a new index together, from a plan of which nothing lacks any more.
 * @param old what is changed in place; null to make all of it anew
 * @param onLinked told how many passages are linked in the graph, and of how many
 */
export function composeIndex(
  { passages, articles }: Plan,
  segments: Segments,
  old: Old | null,
  embeddings: EmbeddingsInterface,
  onLinked: (done: number, total: number) => void,
): IndexContents & { places: Place[] } {
  const places = passages.map(({ place }) => place ?? missing());
  const vectors = articles.map(({ vector, place }) => vector ?? segments.vectorOf(place ?? missing()));
  const dimension = vectors[0]?.length ?? 0;
  const all = articles.map(({ article }) => article);
  const stays = passages.map(({ passage, position }) => ({ passage, position: old ? position : null }));
  const graph = old?.index.passages ?? PassageIndex.empty(embeddings, dimension);
  const comers = stays.flatMap(({ passage, position }, i): [number, string][] =>
    position === null ? [[i, withHeading(passage).text]] : [],
  );
  graph.replace(
    stays,
    (i) => Array.from(segments.vectorOf(places[i] ?? missing())),
    byId(all),
    (done) => onLinked(done, comers.length),
  );
  const sketched = articles.map(({ article: { id, text }, number }) => {
    const isUnchanged = old !== null && number !== null;
    return { id, text, isUnchanged, sketch: isUnchanged ? old.index.sketches.get(number) : sketchOf(text) };
  });
  const sketches = sketched.map(({ sketch }) => sketch);
  const newPositions = new Int32Array(old?.index.terms.size ?? 0).fill(-1);
  for (const [i, { position }] of stays.entries()) if (position !== null) newPositions[position] = i;
  return {
    passages: graph,
    tokens: tokensInSegments(places, segments),
    places,
    terms: (old?.index.terms ?? TermIndex.of([])).updated(newPositions, passages.length, comers),
    articles: all,
    articleVectors: ArticleVectors.of(vectors),
    sketches: listsOf(sketches),
    copies: old ? updateCopies(sketched, old.index.copies) : findCopies(all, sketches),
  };
}

function missing(): never {
  throw new Error('A text of the plan was not embedded');
}
