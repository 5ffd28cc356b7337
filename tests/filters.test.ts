import { describe, expect, it } from 'vitest';
import { articleFilter, checkDay, type Filters, namedFilters, readFilters } from '../src/filters.js';
import { NoticeError } from '../src/notice.js';
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

function noticeOf(work: () => unknown) {
  try {
    work();
  } catch (error) {
    if (error instanceof NoticeError && 'known' in error.notice) return error.notice;
  }
  return null;
}
const left = (filters: Filters): string[] =>
  ARTICLES.filter(articleFilter(filters, ARTICLES) ?? (() => true)).map(({ id }) => id);

describe('namedFilters', () => {
  it('says what is meant, however it was typed', () => {
    const typed = { publisher: 'zurnal', language: 'französisch', after: '18.02.2025', article: 'two' };
    expect(namedFilters(typed, ARTICLES)).toEqual({
      publisher: 'Żurnal',
      language: 'fr',
      after: '2025-02-18',
      article: 'two',
    });
    expect(namedFilters({}, ARTICLES)).toEqual({});
  });

  it('leaves a part of several names as it is', () => {
    const more = [...ARTICLES, makeArticle({ id: 'five', publisher: 'Associated Writers' })];
    expect(namedFilters({ publisher: 'associated' }, more)).toEqual({ publisher: 'associated' });
    expect(namedFilters({ publisher: 'associated' }, ARTICLES)).toEqual({ publisher: 'Associated Press' });
  });

  it.each([{ publisher: 'Nobody' }, { language: 'xx' }, { before: '2025-02-30' }])('refuses %j', (typed) => {
    expect(() => namedFilters(typed, ARTICLES)).toThrow(NoticeError);
  });
});

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

describe('the filter for a publisher', () => {
  const papers = ['The Times', 'THE TÍMES', 'The Sunday Times', 'Times of Malta', '📰', null].map(
    (publisher, i) => makeArticle({ id: `${i}`, publisher }),
  );
  const idsFrom = (publisher: string): string[] =>
    papers.filter(articleFilter({ publisher }, papers) ?? (() => true)).map(({ id }) => id);

  it.each([
    ['the times', ['0', '1']],
    ['The “Times”', ['0', '1']],
    ['times', ['0', '1', '2', '3']],
    ['Sunday', ['2']],
    ['of malta', ['3']],
    ['📰', ['4']],
  ])('%j takes the one of that name, or those that contain it', (publisher, ids) => {
    expect(idsFrom(publisher)).toEqual(ids);
  });

  it('names what is near first, each spelling of a publisher once', () => {
    expect(() => idsFrom('Sundae Tims')).toThrow(
      'No article is from "Sundae Tims". Choose from The Sunday Times, The Times, Times of Malta, 📰.',
    );
  });
});

describe('the filter for an article', () => {
  const TITLES = [
    'Talks in Riyadh',
    'Talks in Łódź: “No deal”',
    'Talks in Riyadh, again',
    'TALKS IN RÍYADH',
    null,
  ];
  const papers = TITLES.map((title, i) =>
    makeArticle({
      id: `id${i}`,
      file: `${i % 2}.txt`,
      title,
      text: 'Lavrov led the Russian delegation to the talks in the Saudi capital.',
    }),
  );
  const idsOf = (article: string): string[] =>
    papers.filter(articleFilter({ article }, papers) ?? (() => true)).map(({ id }) => id);

  it.each([
    ['id2', ['id2']],
    ['1.txt', ['id1', 'id3']],
    ['talks in riyadh', ['id0', 'id3']],
    ['Talks in Riyadh again', ['id2']],
    ['no DEAL', ['id1']],
    ['again', ['id2']],
    ['Lavrov led the Russian delegation', ['id4']],
  ])('%j takes what has that id, file or title', (article, ids) => {
    expect(idsOf(article)).toEqual(ids);
  });

  it('names the nearest where a part is in several titles, or in none', () => {
    expect(() => idsOf('riyad')).toThrow(
      'There is no article "riyad". Choose from Talks in Riyadh, Talks in Riyadh, again, TALKS IN RÍYADH, Talks in Łódź: “No deal”, Lavrov led the Russian delegation to the talks in….',
    );
    expect(() => idsOf('Łodz dael')).toThrow(
      'There is no article "Łodz dael". Choose from Talks in Łódź: “No deal”, Talks',
    );
    expect(() => idsOf('?')).toThrow('There is no article "?". Choose from Talks in Riyadh, Talks in Łódź');
  });

  it('cuts long titles between characters, and names ten', () => {
    const many = Array.from({ length: 30 }, (_, i) =>
      makeArticle({ id: `${i}`, title: `${i} ${'📰'.repeat(50)}` }),
    );
    const told = noticeOf(() => articleFilter({ article: 'x' }, many));
    expect(told).toMatchObject({ kind: 'no-such-article', text: 'x', more: 20 });
    expect(told?.known).toHaveLength(10);
    expect(told?.known[0]).toBe(`0 ${'📰'.repeat(38)}…`);
    expect(told?.known.every((name) => name.length <= 80)).toBe(true);
  });
});

describe('the filter for a language', () => {
  const papers = ['en', 'en-GB', 'de', 'pt-BR', null].map((language, i) =>
    makeArticle({ id: `${i}`, language }),
  );
  const idsIn = (language: string): string[] =>
    papers.filter(articleFilter({ language }, papers) ?? (() => true)).map(({ id }) => id);

  it.each([
    ['en', ['0', '1']],
    ['EN-gb', ['1']],
    [' de ', ['2']],
    ['English', ['0', '1']],
    ['англійська', ['0', '1']],
    ['British English', ['1']],
    ['German', ['2']],
    ['DEUTSCH', ['2']],
    ['немецкий', ['2']],
    ['allemand', ['2']],
    ['Niemiecki', ['2']],
    ['portugues', ['3']],
  ])('%j takes the tag, or the language of that name', (language, ids) => {
    expect(idsIn(language)).toEqual(ids);
  });

  it.each(['fr', 'Germ', '', 'x'.repeat(90), 'toString'])('%j is none of them', (language) => {
    expect(() => idsIn(language)).toThrow('Choose from en, en-GB, de, pt-BR.');
  });
});

describe('checkDay', () => {
  it.each(['2025-02-28', '2024-02-29', '1999-12-31'])('takes %s', (day) => {
    expect(checkDay(day)).toBe(day);
  });

  it.each(['26.02.2025', ' Feb 26, 2025', '26 février 2025'])('takes %j', (day) => {
    expect(checkDay(day)).toBe('2025-02-26');
  });

  it.each([
    '2025-02-29',
    '2025-04-31',
    '2025-13-01',
    '2025-2-3',
    '2025-02-26T00:00',
    '',
    '26.02.',
    'Feb 26',
    '26.02.2025 or 27.02.2025',
  ])('refuses %j', (day) => {
    expect(() => checkDay(day)).toThrow(`A day is written like 2025-02-26; "${day}" is not a day.`);
  });
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
