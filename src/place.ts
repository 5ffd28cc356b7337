import type { Article, Span } from './article/article.js';
import type { Copies } from './copies/copies.js';
import { type Statement, Versions } from './copies/versions.js';
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

interface Shown {
  hit: Hit;
  place: Place;
}

/**
 * The places of hits, in their order, none overlapping a better one. What says the same as a better one in another
 * article is named with that one. Of copies, the version is shown that is to be quoted, and the others that say the same are
 * named, also where they were not found.
 * @param count at most so many
 */
export function differentStatements(
  hits: Hit[],
  count: number,
  isSame: SameStatement,
  copies: Copies,
): Place[] {
  const versions = new Versions(copies);
  const shown: Shown[] = [];
  for (const found of hits) {
    const hit = versionToQuote(found, hits, versions);
    const place = placeOf(hit);
    if (shown.some((other) => overlap(other.place, place))) continue;
    const same = shown.find((other) => isSame(other.hit, hit));
    if (same) {
      // Of copies, all that is shown is compared in the end.
      if (!versions.areCopies(same.hit.article, hit.article)) addArticle(same.place, hit.article);
    } else if (shown.length < count && !shown.some((other) => isQuotedIn(other, { hit, place }, versions)))
      shown.push({ hit, place });
  }
  return shown.map((one) => withCopies(one, versions));
}

/** The best place of each article, in the order of the hits, one of all copies of an article; at most so many. */
export function differentArticles(hits: Hit[], count: number, copies: Copies): Place[] {
  const versions = new Versions(copies);
  const shown: Hit[] = [];
  for (const found of hits) {
    if (shown.length === count) break;
    const hit = versionToQuote(found, hits, versions);
    const isNew = ({ article }: Hit): boolean =>
      article !== hit.article && !versions.areCopies(article, hit.article);
    if (shown.every(isNew)) shown.push(hit);
  }
  return shown.map((hit) => withCopies({ hit, place: placeOf(hit) }, versions));
}

/**
 * A version whose score is lower by more than this does not answer as well, for instance since another day was asked for: what
 * the day counts for (see day/day-fit.ts) is more, and what an editor changes in a sentence is less.
 */
const AS_GOOD = 0.02;

/** The version of a hit that is to be quoted, among what was found; with the hit's own score, by which it has its rank. */
function versionToQuote(hit: Hit, hits: readonly Hit[], versions: Versions): Hit {
  const others = hits.filter(
    ({ article, score }) => score >= hit.score - AS_GOOD && versions.areCopies(hit.article, article),
  );
  if (others.length === 0) return hit;
  const sentences = others.flatMap((other) =>
    other.passage.metadata.sentences.map((sentence): Hit => ({ ...other, sentence, score: hit.score })),
  );
  return versions.choose(hit, sentences);
}

/**
 * Whether a sentence, or a later version of it, already stands in what is shown of a copy of its article; where it stands
 * elsewhere in that copy, whether its surroundings do, as places of one article do not overlap either.
 */
function isQuotedIn(shown: Shown, { hit, place }: Shown, versions: Versions): boolean {
  if (!versions.areCopies(shown.hit.article, hit.article)) return false;
  const quoted = statementsIn(shown);
  const isSaid = (one: Statement): boolean => quoted.some((other) => versions.isSaidBy(one, other));
  if (isSaid(hit)) return true;
  return versions.isAlsoIn(hit, shown.hit.article) && statementsIn({ hit, place }).some(isSaid);
}

function statementsIn({ hit: { article, passage }, place }: Shown): Statement[] {
  const sentences = passage.metadata.sentences.filter(
    ({ start, end }) => start >= place.start && end <= place.end,
  );
  return sentences.map((sentence) => ({ article, sentence }));
}

/** The sentence that fits best, with as much around it as makes it readable. */
function placeOf({ article, passage, sentence, score }: Hit): Place {
  const span = quoteAround(article.text, passage.metadata.sentences, sentence);
  return { article, ...span, best: sentence, score, alsoIn: [] };
}

/** Names the copies that say all that is shown: of one that says a sentence of it otherwise, it would be no quote. */
function withCopies(shown: Shown, versions: Versions): Place {
  const { place } = shown;
  const statements = statementsIn(shown);
  for (const copy of versions.alsoIn({ article: place.article, sentence: place.best })) {
    if (statements.every((statement) => versions.isAlsoIn(statement, copy))) addArticle(place, copy);
  }
  return place;
}

function addArticle({ article, alsoIn }: Place, other: Article): void {
  if (article !== other && !alsoIn.includes(other)) alsoIn.push(other);
}

function overlap(one: Place, other: Place): boolean {
  return one.article === other.article && one.start < other.end && other.start < one.end;
}
