import type { Article, Span } from './article/article.js';
import { type Candidate, findCandidates } from './candidates.js';
import type { Copies } from './copies/copies.js';
import { withoutRepeats } from './copies/without-repeats.js';
import { type AskedTime, dayFit } from './day/day-fit.js';
import { type Day, daysIn } from './day/days.js';
import { asksForLatest } from './day/latest.js';
import type { Embedder } from './embedding/embedder.js';
import { articleFilter, type Filters } from './filters.js';
import type { IndexContents } from './index/contents.js';
import { weakestLikeness } from './late-interaction.js';
import { type UnmentionedName, unmentionedNames } from './names.js';
import type { Passage } from './passage.js';
import { type Part, scoreOf } from './score.js';
import { type PassageLook, SecondLook } from './second-look.js';
import { coverageOf } from './words/coverage.js';

/** A passage that was found, and how well it fits. */
export interface Hit {
  /** Of the passage, in the index. */
  position: number;
  passage: Passage;
  article: Article;
  /** The sentence in it that fits best, as offsets into the article's text. */
  sentence: Span;
  /** How well that sentence fits, 0 to 1; hits are ordered by it. */
  score: number;
  /** From 1, the best. */
  rank: number;
}

/** What a search finds out about the question itself. */
export interface QuestionFacts {
  /** The share of its pieces that the model does not know, 0 to 1. */
  unknown: number;
  /** The share of its words that stand in the passages, in some spelling, 0 to 1. */
  known: number;
  /** How well the part of it fits that fits worst in the best hit; a cosine. */
  weakest: number;
  /** Names in it that no article mentions. */
  unmentioned: UnmentionedName[];
  /** Days in it that nothing was found of. */
  daysNotFound: Day[];
}

export interface Found {
  /** The best first; at most as many as are looked at twice. */
  hits: Hit[];
  question: QuestionFacts;
}

/**
 * Finds the passages that fit a question best.
 * @throws UserError where the filters leave no article
 */
export type Search = (question: string, filters?: Filters) => Promise<Found>;

/** So many candidates are looked at a second time, token by token. */
const LOOKED_AT = 24;

/**
 * A search over an index.
 * @param without parts that are left out, to see what they are worth
 * @param copies of which one is looked at; null looks at all
 */
export function createSearch(
  index: IndexContents,
  embedder: Embedder,
  without: readonly Part[] = [],
  copies: Copies | null = null,
): Search {
  return async (text, filters = {}) => {
    const isWanted = articleFilter(filters, index.articles);
    const isWantedAt = (position: number): boolean => {
      const article = index.articles[index.passages.articleOf(position)];
      return article !== undefined && (isWanted?.(article) ?? true);
    };
    const question = await embedder.encodeQuestion(text);
    const coverage = coverageOf(text, index.terms);
    const words = without.includes('words') ? null : coverage;
    const found = findCandidates(question.vector, words, index, isWanted, without);
    // Where a day is asked for, the version of that day answers, whichever is to be quoted otherwise.
    const candidates =
      copies && daysIn(text).length === 0
        ? withoutRepeats(found, (position) => index.passages.get(position), copies)
        : found;
    const second = new SecondLook(question, index);
    const looked = candidates
      .slice(0, LOOKED_AT)
      .map((candidate) => ({ candidate, look: second.at(candidate.position) }));
    const time = askedTime(
      text,
      looked.map(({ candidate }) => candidate.article),
    );
    const scored = looked.map(({ candidate, look }) => {
      const passage = index.passages.get(candidate.position);
      return { look, fit: bestFit(passage, candidate, look, time, without) };
    });
    scored.sort((one, other) => other.fit.hit.score - one.fit.hit.score);
    const { pieces } = question;
    const best = scored[0];
    return {
      hits: scored.map(({ fit }, i) => Object.assign(fit.hit, { rank: i + 1 })),
      question: {
        unknown: pieces.filter(({ isUnknown }) => isUnknown).length / (pieces.length || 1),
        known: coverage.known,
        weakest: best ? weakestLikeness(best.look.passage, pieces) : -1,
        unmentioned: unmentionedNames(
          pieces,
          second.anywhere(),
          index.terms,
          (word) => embedder.isKnownWord(word),
          isWanted && isWantedAt,
        ),
        daysNotFound: scored.some(({ fit }) => fit.isDayFound) ? [] : time.days,
      },
    };
  };
}

function askedTime(text: string, articles: Article[]): AskedTime {
  const dates = articles.flatMap(({ date }) => date ?? []).sort();
  return {
    days: daysIn(text),
    isLatest: asksForLatest(text),
    newest: dates.at(-1) ?? null,
    oldest: dates[0] ?? null,
  };
}

/** The sentence of a passage that fits best, with its score. */
function bestFit(
  passage: Passage,
  { position, article, passage: cosine, articleLikeness, words }: Candidate,
  { surroundings, sentences }: PassageLook,
  time: AskedTime,
  without: readonly Part[],
): { hit: Omit<Hit, 'rank'>; isDayFound: boolean } {
  let best: { hit: Omit<Hit, 'rank'>; isDayFound: boolean } | null = null;
  for (const { start, end, sentence, pair } of sentences) {
    const likeness = { passage: cosine, article: articleLikeness, words, surroundings, sentence, pair };
    const { bonus, isDayFound } = dayFit(article.text.slice(start, end), passage.pageContent, article, time);
    const score = Math.min(1, scoreOf(likeness, without) + bonus);
    if (best && best.hit.score >= score) continue;
    best = { hit: { position, passage, article, sentence: { start, end }, score }, isDayFound };
  }
  if (!best) throw new Error('The index holds a passage without a sentence');
  return best;
}
