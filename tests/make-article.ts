import type { Article } from '../src/article/article.js';

/** An article of which only what a test is about is known. */
export function makeArticle(known: Partial<Article> = {}): Article {
  return {
    id: 'a',
    file: 'a.txt',
    entry: 0,
    title: null,
    publisher: null,
    authors: null,
    date: null,
    dateSource: null,
    dateReason: null,
    language: 'en',
    languageSource: 'stated',
    url: null,
    note: null,
    text: '',
    cuts: [],
    ...known,
  };
}
