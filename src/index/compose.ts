import { findCopies } from '../copies/find-copies.js';
import { sketchOf } from '../copies/shingles.js';
import { updateCopies } from '../copies/update-copies.js';
import { listsOf } from '../lists.js';
import { withHeading } from '../passage.js';
import { TermIndex } from '../words/term-index.js';
import { ArticleVectors } from './article-vectors.js';
import type { IndexContents } from './contents.js';
import type { Old } from './old-articles.js';
import { type PassageLine, PassageTable, passageLine } from './passage-table.js';
import { PassageVectors } from './passage-vectors.js';
import { Places, placeLine } from './places.js';
import { type Plan, type PlannedPassage, passageOf } from './plan.js';
import type { Segments } from './segment.js';
import { tokensInSegments } from './token-states.js';

/**
 * An index of this size is linked anew whenever something in it changes: that takes less than a second, and gives the
 * same graph whatever was there before.
 */
const SMALL = 2_000;

/** Where more than this share of the passages comes or goes, a new graph is made sooner than the old one is mended. */
const MOSTLY_THE_SAME = 0.1;

/** The index of which the graph and the words are to be changed in place; null where new ones are to be made. */
export function baseOf({ old, passages, changed }: Plan): Old | null {
  return passages.length > SMALL && changed <= MOSTLY_THE_SAME * passages.length ? old : null;
}

/** What an index holds that no model has a part in. */
export type Texts = Pick<IndexContents, 'articles' | 'passages' | 'terms' | 'sketches' | 'copies'>;

/**
 * Puts together what can be known before anything is embedded.
 * @param base what is changed in place; null to make all of it anew
 */
export function composeTexts(plan: Plan, base: Old | null): Texts {
  const articles = plan.articles.map(({ article }) => article);
  const sketched = plan.articles.map(({ article: { id, text }, number }) => {
    const isUnchanged = base !== null && number !== null;
    return { id, text, isUnchanged, sketch: isUnchanged ? base.index.sketches.get(number) : sketchOf(text) };
  });
  const sketches = sketched.map(({ sketch }) => sketch);
  return {
    articles,
    passages: PassageTable.of(
      articles,
      plan.passages.map((planned) => lineOf(plan, planned)),
    ),
    terms: termsOf(plan, base),
    sketches: listsOf(sketches),
    copies: base ? updateCopies(sketched, base.index.copies) : findCopies(articles, sketches),
  };
}

function lineOf({ old }: Plan, { article, cut, from }: PlannedPassage): PassageLine {
  if (cut) return passageLine(article, cut);
  return old && from !== null ? old.index.passages.lineFor(from, article) : missing();
}

function termsOf(plan: Plan, base: Old | null): TermIndex {
  const newPositions = new Int32Array(base?.index.terms.size ?? 0).fill(-1);
  const comers: [position: number, text: string][] = [];
  for (const [i, planned] of plan.passages.entries()) {
    if (base && planned.isLinked && planned.from !== null) newPositions[planned.from] = i;
    else comers.push([i, withHeading(passageOf(plan, planned)).text]);
  }
  return (base?.index.terms ?? TermIndex.of([])).updated(newPositions, plan.passages.length, comers);
}

/**
 * Puts the contents of a new index together, from a plan of which nothing lacks any more.
 * @param segments those of the new index
 * @param base what is changed in place; null to make all of it anew
 * @param onLinked told how many passages are linked in the graph, and of how many
 */
export function composeIndex(
  plan: Plan,
  texts: Texts,
  segments: Segments,
  base: Old | null,
  onLinked: (done: number, total: number) => void,
): IndexContents & { places: Places } {
  const places = placesOf(plan, segments.names);
  const leads = plan.articles.map(({ vector, place }) => vector ?? segments.vectorOf(place ?? missing()));
  const vectors = base?.index.vectors ?? PassageVectors.empty(leads[0]?.length ?? 0);
  const before = plan.passages.map(({ from, isLinked }) => (base && isLinked ? from : null));
  const comers = before.filter((position) => position === null).length;
  vectors.replace(
    before,
    (position) => Array.from(segments.vectorOf(places.get(position))),
    (done) => onLinked(done, comers),
  );
  return {
    ...texts,
    vectors,
    tokens: tokensInSegments(places, segments),
    places,
    articleVectors: ArticleVectors.of(leads),
  };
}

function placesOf({ old, passages }: Plan, segments: string[]): Places {
  const lines = passages.map(({ place, from }) => {
    if (place) return placeLine(place, segments);
    return old && from !== null ? old.index.places.lineFor(from, segments) : missing();
  });
  return Places.of(segments, lines);
}

function missing(): never {
  throw new Error('A text of the plan was not embedded');
}
