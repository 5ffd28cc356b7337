import type { Article } from '../src/article/article.js';
import { Catalogue } from '../src/catalogue.js';
import { createCopies } from '../src/copies/copies.js';
import type { Library } from '../src/library.js';
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

const FACTS: QuestionFacts = { unknown: 0, known: 0, weakest: 0, unmentioned: [], daysNotFound: [] };
/** What the libraries logged. */
export const logged: unknown[][] = [];
/** A library that finds what it is told; a score of .82 is a certainty of a half. */
export const libraryOf = (hits: Hit[], changes: Partial<Library> = {}): Library => ({
  articles: [A, B],
  search: async () => ({ hits, question: FACTS }),
  log: { error: (...words: unknown[]) => void logged.push(words) },
  isSameStatement: () => false,
  copies: createCopies([], [], []),
  baseline: { unshared: 0.5, shared: 0, deviation: 0.1 },
  catalogue: () => new Catalogue(changes.articles ?? [A, B]),
  ...changes,
});
