import { describe, expect, it } from 'vitest';
import { answerView } from '../src/answer-view.js';
import type { Article } from '../src/article/article.js';
import { choicesOf } from '../src/choices.js';
import { findQuotes } from '../src/find-quotes.js';
import { overviewOf } from '../src/overview.js';
import { A, B, hit, libraryOf } from './made-library.js';
import { makeArticle } from './make-article.js';

const from = (publisher: string | null, date: string | null = null, id = `${publisher}${date}`): Article =>
  makeArticle({ id, publisher, date });
const months = (count: number): Article[] =>
  Array.from({ length: count }, (_, i) =>
    from('Paper', new Date(Date.UTC(2023, i, 15)).toJSON().slice(0, 10)),
  );

describe('an overview', () => {
  it('has publishers in whatever spelling by how many articles they have, and months, the newest first', () => {
    const articles = [
      from('One', '2025-01-31'),
      from('Two', '2025-02-01'),
      from(null, null, 'x'),
      from('TWO', '2024-12-01'),
      from('Two', '2025-02-28'),
      from(null, null, 'y'),
    ];
    expect(overviewOf(articles)).toEqual({
      publishers: [
        {
          publisher: 'Two',
          spellings: new Set(['Two', 'TWO']),
          articles: ['Two2025-02-01', 'TWO2024-12-01', 'Two2025-02-28'],
        },
        { publisher: null, spellings: new Set([null]), articles: ['x', 'y'] },
        { publisher: 'One', spellings: new Set(['One']), articles: ['One2025-01-31'] },
      ],
      months: ['2025-02', '2025-01', '2024-12'],
    });
  });
});

describe('choices', () => {
  it('are the publishers of the hits in their order, then those of most articles, up to twelve, none unknown', () => {
    const all = Array.from({ length: 15 }, (_, i) =>
      Array.from({ length: 15 - i }, (_, j) => from(`P${i}`, null, `${i}-${j}`)),
    );
    const articles = [...all.flat(), from(null)];
    const found = ['P14', null, 'P3', 'P14'].map((publisher) => hit(from(publisher), 0, 0, 0.9));
    expect(choicesOf(found, overviewOf(articles)).publishers).toEqual([
      'P14',
      'P3',
      'P0',
      'P1',
      'P2',
      'P4',
      'P5',
      'P6',
      'P7',
      'P8',
      'P9',
      'P10',
    ]);
  });

  it('are up to ten months, or where there are more, years, the newest first', () => {
    expect(choicesOf([], overviewOf(months(3))).periods).toEqual(['2023-03', '2023-02', '2023-01']);
    expect(choicesOf([], overviewOf(months(10))).periods).toHaveLength(10);
    expect(choicesOf([], overviewOf(months(13))).periods).toEqual(['2024', '2023']);
    expect(choicesOf([], overviewOf(months(200))).periods).toEqual(
      Array.from({ length: 10 }, (_, i) => `${2039 - i}`),
    );
  });

  it('are none where there is only one to choose from', () => {
    expect(choicesOf([], overviewOf([from('One', '2025-02-01'), from(null)]))).toEqual({
      publishers: [],
      periods: [],
    });
    expect(choicesOf([], overviewOf(months(12))).periods).toEqual([]);
    expect(choicesOf([], overviewOf([]))).toEqual({ publishers: [], periods: [] });
  });

  it('are none where a text is no question', async () => {
    const articles = [
      { ...A, publisher: 'One' },
      { ...B, publisher: 'Two' },
    ];
    const library = libraryOf([], { articles });
    const view = async (question: string) =>
      answerView(await findQuotes(question, library), library, { filters: {}, page: 1, about: 'question' });
    expect((await view('hello')).choices.publishers).toEqual([]);
    expect((await view('Who came?')).choices.publishers).toEqual(['One', 'Two']);
  });
});
