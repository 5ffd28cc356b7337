import { describe, expect, it } from 'vitest';
import type { Article } from '../src/article/article.js';
import { fateLines } from '../src/scripts/file-fates.js';
import { makeArticle } from './make-article.js';

const seed = (file: string, sha256 = 'a') => ({ file, length: 1, sha256 });
const found = (articles: Article[], seeds = articles.map(({ file }) => seed(file))) => {
  return { articles, seeds, skipped: [], unread: [] };
};
const filesBefore = (...files: [file: string, sha256: string, articles: Article[]][]) =>
  new Map(files.map(([file, sha256, articles]) => [file, { sha256, articles: articles.length }]));

const TALKS = makeArticle({
  file: 'talks.txt',
  title: 'The talks',
  publisher: 'The Paper',
  date: '2025-02-19',
  dateSource: 'inferred',
  text: 'They met.',
});
const UNKNOWN = makeArticle({ file: 'b.txt', language: null, text: 'A panda was born in the zoo.' });

describe('the fate of a file', () => {
  it('is told in a line, with what is known of its article, or how many there are', () => {
    const feed = [0, 1].map((entry) => makeArticle({ file: 'feed.xml', entry }));
    const seeds = [seed('b.txt'), seed('feed.xml'), seed('talks.txt')];
    expect(fateLines(found([UNKNOWN, ...feed, TALKS], seeds), new Map())).toEqual([
      'Added b.txt: “A panda was born in the zoo.” · publisher unknown · date unknown · language unknown · 28 characters',
      'Added feed.xml: 2 articles.',
      'Added talks.txt: The talks · The Paper · 2025-02-19 (inferred) · en · 9 characters',
    ]);
  });

  it('is told of those only that have changed, and of those that are gone and held something', () => {
    const before = filesBefore(
      ['talks.txt', 'other', [TALKS]],
      ['b.txt', 'a', [UNKNOWN]],
      ['gone.txt', 'a', [UNKNOWN]],
      ['empty.txt', 'a', []],
    );
    expect(fateLines(found([UNKNOWN, TALKS]), before)).toEqual([
      'Removed gone.txt.',
      'Changed talks.txt: The talks · The Paper · 2025-02-19 (inferred) · en · 9 characters',
    ]);
  });

  it('is none where it holds no article: that is told with the reason, where it is read', () => {
    expect(fateLines(found([TALKS], [seed('empty.txt'), seed('talks.txt')]), new Map())).toHaveLength(1);
  });

  it('is counted where there are very many', () => {
    const many = Array.from({ length: 1_234 }, (_, i) => makeArticle({ file: `${i}.txt` }));
    expect(fateLines(found(many), new Map())).toEqual([
      'Added or changed 1,234 files; "npm run sources" lists what is known of each.',
    ]);
  });
});
