import type { Article } from '../src/article/article.js';
import { articleSentences } from '../src/article-sentences.js';
import { Catalogue } from '../src/catalogue.js';
import { createCopies } from '../src/copies/copies.js';
import { articleFilter } from '../src/filters.js';
import type { Library } from '../src/library.js';
import { overviewOf } from '../src/overview.js';
import { passagesOf } from '../src/passage.js';
import type { Hit, QuestionFacts } from '../src/search.js';
import { makeArticle } from './make-article.js';

/** An article of sentences of three characters: "s0.s1.s2." */
export function articleOf(id: string, sentences: number): Article {
  const text = Array.from({ length: sentences }, (_, i) => `s${i}.`).join('');
  return makeArticle({ id, file: `${id}.txt`, publisher: 'Paper', text });
}
export const [A, B] = [articleOf('a', 9), articleOf('b', 9)];

/** A hit on the sentences from `first` to `last`, of which `best` fits best. */
export function hit(article: Article, first: number, last: number, score: number, best = first): Hit {
  const sentences = Array.from({ length: last - first + 1 }, (_, i) => ({
    start: (first + i) * 3,
    end: (first + i) * 3 + 3,
  }));
  const [start, end] = [first * 3, last * 3 + 3];
  const passage = {
    pageContent: article.text.slice(start, end),
    metadata: { article: article.id, heading: '', start, end, sentences },
  };
  return { position: 0, passage, article, sentence: { start: best * 3, end: best * 3 + 3 }, score, rank: 1 };
}

export const FACTS: QuestionFacts = { unknown: 0, known: 0, weakest: 0, unmentioned: [], daysNotFound: [] };
/** What the libraries logged. */
export const logged: unknown[][] = [];
const LIBRARY = {
  sentencesOf: (article: Article) => articleSentences(passagesOf(article)),
  log: { error: (...words: unknown[]) => void logged.push(words) },
  isSameStatement: () => false,
  copies: createCopies([], [], () => []),
  baseline: { unshared: 0.5, shared: 0, deviation: 0.1 },
  about: {
    passages: 7,
    built: '2026-11-22T18:41:08Z',
    from: 'seeds',
    model: 'a-model',
    version: '1.2.3',
  },
};

/** A library that finds what it is told; a score of .82 is a certainty of a half. */
export function libraryOf(hits: Hit[], changes: Partial<Library> = {}): Library {
  const articles = changes.articles ?? [A, B];
  const search: Library['search'] = async () => ({ hits, question: FACTS });
  const made = { articles, overview: overviewOf(articles), catalogue: () => new Catalogue(articles), search };
  return { ...LIBRARY, ...made, ...changes };
}

/** The same, but it finds only what the filters leave, as a search does. */
export function searchOf(hits: Hit[], articles: readonly Article[]): Library['search'] {
  return async (_, filters = {}) => {
    const isWanted = articleFilter(filters, articles) ?? (() => true);
    return { hits: hits.filter(({ article }) => isWanted(article)), question: FACTS };
  };
}
