import { describe, expect, it } from 'vitest';
import { articleFilter, checkDay, type Filters, readFilters } from '../src/filters.js';
import { makeArticle } from './make-article.js';

const ARTICLES = [
  makeArticle({ id: 'one', file: 'one.txt', publisher: 'Associated Press', date: '2025-02-17' }),
  makeArticle({ id: 'two', file: 'two.txt', publisher: 'Le Temps', language: 'fr', date: '2025-02-18' }),
  makeArticle({
    id: 'three',
    file: 'en/three.txt',
    publisher: 'Żurnal',
    language: 'en-GB',
    date: '2025-02-26',
  }),
  makeArticle({ id: 'four', file: 'four.txt', language: null }),
];

const left = (filters: Filters): string[] =>
  ARTICLES.filter(articleFilter(filters, ARTICLES) ?? (() => true)).map(({ id }) => id);

describe('articleFilter', () => {
  it('is none where nothing is asked for', () => {
    expect(articleFilter({}, ARTICLES)).toBeNull();
  });

  it.each<[Filters, string[]]>([
    [{ articles: ['two.txt', 'three'] }, ['two', 'three']],
    [{ articles: ['en/three.txt'] }, ['three']],
    [{ publisher: 'associated' }, ['one']],
    [{ publisher: ' ASSOCIATED PRESS ' }, ['one']],
    [{ publisher: 'zurnal' }, ['three']],
    [{ language: 'en' }, ['one', 'three']],
    [{ language: 'EN-gb' }, ['three']],
    [{ after: '2025-02-18' }, ['two', 'three']],
    [{ before: '2025-02-18' }, ['one', 'two']],
    [{ after: '2025-02-18', before: '2025-02-18' }, ['two']],
    [{ language: 'en', before: '2025-02-20' }, ['one']],
    [{ publisher: 'temps', articles: ['one', 'two'] }, ['two']],
  ])('of %j leaves %j', (filters, ids) => {
    expect(left(filters)).toEqual(ids);
  });

  it.each<[Filters, string]>([
    [
      { articles: ['one', 'five.txt'] },
      'There is no article "five.txt". Choose from one.txt, two.txt, en/three.txt, four.txt.',
    ],
    [
      { publisher: 'Reuters' },
      'No article is from "Reuters". Choose from Associated Press, Le Temps, Żurnal.',
    ],
    [{ publisher: ' ' }, 'No article is from " ". Choose from Associated Press, Le Temps, Żurnal.'],
    [{ language: 'uk' }, 'No article is in the language "uk". Choose from en, fr, en-GB.'],
    [{ language: 'e' }, 'No article is in the language "e". Choose from en, fr, en-GB.'],
    [{ after: '2025-02-30' }, 'A day is written like 2025-02-26; "2025-02-30" is not a day.'],
    [{ before: 'yesterday' }, 'A day is written like 2025-02-26; "yesterday" is not a day.'],
    [
      { after: '2025-02-26', before: '2025-02-17' },
      'No article is left by these filters together. Leave one out, or ask for other days.',
    ],
    [
      { publisher: 'Temps', language: 'en' },
      'No article is left by these filters together. Leave one out, or ask for other days.',
    ],
    [{ after: '2025-03-01' }, 'No article is left by these filters together.'],
    [{ articles: [] }, 'No article is left by these filters together.'],
  ])('refuses %j: %s', (filters, message) => {
    expect(() => articleFilter(filters, ARTICLES)).toThrow(message);
  });

  it('names ten of many, and says where no article states one', () => {
    const many = Array.from({ length: 12 }, (_, i) => makeArticle({ id: `${i}`, publisher: `Paper ${i}` }));
    expect(() => articleFilter({ publisher: 'Reuters' }, many)).toThrow(
      'Choose from Paper 0, Paper 1, Paper 2, Paper 3, Paper 4, Paper 5, Paper 6, Paper 7, Paper 8, Paper 9, and 2 more.',
    );
    expect(() => articleFilter({ publisher: 'Reuters' }, [makeArticle()])).toThrow(
      'No article is from "Reuters". None is stated.',
    );
  });
});

describe('checkDay', () => {
  it.each(['2025-02-28', '2024-02-29', '1999-12-31'])('takes %s', (day) => {
    expect(checkDay(day)).toBe(day);
  });

  it.each(['2025-02-29', '2025-04-31', '2025-13-01', '2025-2-3', '2025-02-26T00:00', '', '26.02.2025'])(
    'refuses %j',
    (day) => {
      expect(() => checkDay(day)).toThrow(`A day is written like 2025-02-26; "${day}" is not a day.`);
    },
  );
});

describe('readFilters', () => {
  it('separates articles by commas, and leaves out what is not said', () => {
    expect(readFilters({ articles: 'one.txt, two,three' })).toEqual({
      articles: ['one.txt', 'two', 'three'],
    });
    expect(readFilters({ language: 'de', after: '2025-02-18' })).toEqual({
      language: 'de',
      after: '2025-02-18',
    });
    expect(readFilters({})).toEqual({});
  });
});
