import { describe, expect, it } from 'vitest';
import type { Article } from '../src/article/article.js';
import { Catalogue, type Choice } from '../src/catalogue.js';
import { completeOption } from '../src/complete-option.js';
import { libraryOf } from './made-library.js';
import { makeArticle } from './make-article.js';

const KYIV = 'The Kyiv Independent';
const ARTICLES = [
  { title: 'Talks in Riyadh end without Ukraine', publisher: 'Le Temps', date: '2025-02-18', language: 'fr' },
  { title: 'Ukraine not on agenda in next talks', publisher: KYIV, date: '2025-02-26' },
  {
    title: 'Переговоры в Эр-Рияде завершились',
    publisher: 'Коммерсантъ',
    date: '2025-02-19',
    language: 'ru',
  },
  { title: 'Grain prices rise', publisher: 'the kyiv independent', date: '2025-02-20', language: 'en-GB' },
  { title: 'Élections à Łódź', publisher: KYIV, date: null, language: 'fr' },
  { title: '東京の会談', publisher: 'Żurnal', date: '2024-12-03', language: 'ja' },
  { title: null, text: 'By MATTHEW LEE, the talks on Ukraine will be held on Tuesday in the Saudi capital.' },
].map((known, i) => makeArticle({ id: `${i}`, ...known }));
const catalogue = new Catalogue(ARTICLES);

const idsOf = (choices: Choice[]): string[] =>
  choices.flatMap((choice) => (choice.kind === 'article' ? choice.article.id : []));
const articles = (typed: string): string => idsOf(catalogue.articles(typed)).join('');
const publishers = (typed: string) =>
  catalogue.publishers(typed).map((choice) => choice.kind === 'publisher' && choice.publisher);
const languages = (typed: string) =>
  catalogue.languages(typed).map((choice) => choice.kind === 'language' && choice.language);
const days = (typed: string) => catalogue.days(typed).map((choice) => choice.kind === 'day' && choice.day);

describe('the articles of a catalogue', () => {
  it.each([
    ['', 'the newest first, those without a day last', '1320546'],
    ['  !? ', 'the same, where no word is typed', '1320546'],
    ['grain', 'a word', '3'],
    ['UKR', 'a beginning of one; titles that begin so first, then the newest', '106'],
    ['agenda ukraine', 'words in any order', '1'],
    ['talks kyiv', 'a word of the title and one of the publisher', '1'],
    ['2025-02-18', 'the date', '0'],
    ['matthew', 'the opening words of one without a title', '6'],
    ['elections', 'no accents', '4'],
    ['lodz', 'no strokes', '4'],
    ['Łódź', 'strokes', '4'],
    ['перегов', 'Cyrillic letters', '2'],
    ['peregovory', 'Cyrillic words in Latin letters', '2'],
    ['会', 'a character within a run of them', '5'],
    ['agneda', 'letters that are swapped', '1'],
    ['agendda', 'one too many', '1'],
    ['elctio', 'one too few, in an unfinished word', '4'],
    ['grian pricse', 'errors in two words', '3'],
    ['Київ', 'a name in another script', '134'],
    ['Kiew grain', 'a name in another language', '3'],
    ['ukraine agenda talks zzzz', 'most of many words', '1'],
    ['zzzz grain', 'half of the words', ''],
    ['2025-02-17', 'another number, which is no misspelling', '1320'],
    ['xyz', 'nothing of it', ''],
  ])('by %j: %s', (typed, _, found) => {
    expect(articles(typed)).toBe(found);
  });

  it('are told without their texts', () => {
    expect(catalogue.articles('matthew')).toEqual([
      {
        kind: 'article',
        article: expect.objectContaining({
          id: '6',
          opening: 'By MATTHEW LEE, the talks on Ukraine will be…',
          length: 82,
        }),
      },
    ]);
    expect(JSON.stringify(catalogue.articles('matthew'))).not.toContain('Saudi');
  });

  it('are at most 25', () => {
    const many = Array.from({ length: 60 }, (_, i) => makeArticle({ id: `${i}`, title: `Talks ${i}` }));
    expect(idsOf(new Catalogue(many).articles(''))).toHaveLength(25);
    expect(idsOf(new Catalogue(many).articles('talks'))).toEqual(
      Array.from({ length: 25 }, (_, i) => `${i}`),
    );
    expect(idsOf(new Catalogue(many).articles('tlaks 59'))).toEqual(['59']);
  });

  it('are found in time, whatever is typed', () => {
    const started = performance.now();
    for (const typed of [
      'a'.repeat(6_000),
      'ukraine '.repeat(700),
      '\u0301'.repeat(6_000),
      '-'.repeat(6_000),
    ]) {
      catalogue.articles(typed);
    }
    expect(performance.now() - started).toBeLessThan(200);
    expect(articles('Ukraine not on agenda in next talks, as the Kyiv Independent has it '.repeat(9))).toBe(
      '1',
    );
  });

  it('are none of an archive of none', () => {
    const empty = new Catalogue([]);
    for (const typed of ['', 'talks', '2025-02-18']) {
      expect([empty.articles(typed), empty.publishers(typed), empty.languages(typed)]).toEqual([[], [], []]);
    }
  });
});

describe('the publishers of a catalogue', () => {
  it('are those of most articles first, each under its usual spelling', () => {
    expect(catalogue.publishers('')).toEqual([
      { kind: 'publisher', publisher: KYIV, articles: 3, newest: '2025-02-26' },
      { kind: 'publisher', publisher: 'Le Temps', articles: 1, newest: '2025-02-18' },
      { kind: 'publisher', publisher: 'Коммерсантъ', articles: 1, newest: '2025-02-19' },
      { kind: 'publisher', publisher: 'Żurnal', articles: 1, newest: '2024-12-03' },
    ]);
  });

  it.each([
    ['indep', [KYIV]],
    ['independant', [KYIV]],
    ['kiyv', [KYIV]],
    ['zurnal', ['Żurnal']],
    ['Kommersant', ['Коммерсантъ']],
    ['temps le', ['Le Temps']],
    ['reuters', []],
    // As short as it sounds, it is like nothing.
    ['jjjjyyyy', []],
  ])('by %j are %j', (typed, found) => {
    expect(publishers(typed)).toEqual(found);
  });
});

describe('the languages of a catalogue', () => {
  it('are those of most articles first, with their dialects', () => {
    expect(catalogue.languages('')).toEqual([
      { kind: 'language', language: 'en', articles: 3 },
      { kind: 'language', language: 'fr', articles: 2 },
      { kind: 'language', language: 'ru', articles: 1 },
      { kind: 'language', language: 'en-GB', articles: 1 },
      { kind: 'language', language: 'ja', articles: 1 },
    ]);
  });

  it.each([
    ['fr', ['fr']],
    ['французский', ['fr']],
    ['franzos', ['fr']],
    ['日本語', ['ja']],
    ['Japn', ['ja']],
    ['russe', ['ru']],
    ['brit', ['en-GB']],
  ])('by %j are %j', (typed, found) => {
    expect(languages(typed)).toEqual(found);
  });
});

describe('the days of a catalogue', () => {
  it('are the newest first, with their articles', () => {
    expect(days('')).toEqual(['2025-02-26', '2025-02-20', '2025-02-19', '2025-02-18', '2024-12-03']);
    expect(catalogue.days('2025-02-26')).toEqual([{ kind: 'day', day: '2025-02-26', articles: 1 }]);
  });

  it.each([
    ['2024', ['2024-12-03']],
    ['2025-02-1', ['2025-02-19', '2025-02-18']],
    ['2025-02-2', ['2025-02-26', '2025-02-20']],
    ['feb 19', ['2025-02-19']],
    ['20 февраля', ['2025-02-20']],
    ['déc', ['2024-12-03']],
    ['3 decmber', ['2024-12-03']],
    // One that is typed to its end can be chosen, though nothing was published on it.
    ['2025-02-21', ['2025-02-21']],
    ['18.02.2025', ['2025-02-18']],
    ['2025-02-29', []],
  ])('by %j are %j', (typed, found) => {
    expect(days(typed)).toEqual(found);
  });

  it('say where nothing was published on one', () => {
    expect(catalogue.days('2025-02-21')).toEqual([{ kind: 'day', day: '2025-02-21', articles: 0 }]);
  });

  it('are at most 25 with the one that is typed', () => {
    const many: Article[] = Array.from({ length: 28 }, (_, i) =>
      makeArticle({ date: `2025-02-${`${i + 1}`.padStart(2, '0')}` }),
    );
    const found = new Catalogue(many).days('2025-02');
    expect(found).toHaveLength(25);
    expect(found[0]).toEqual({ kind: 'day', day: '2025-02-28', articles: 1 });
  });
});

describe('completeOption', () => {
  const library = libraryOf([], { articles: ARTICLES });
  it.each([
    ['article', 'grain', 'article'],
    ['publisher', 'temps', 'publisher'],
    ['language', 'fr', 'language'],
    ['after', '2024', 'day'],
    ['before', '2024', 'day'],
  ])('of %s finds one', (option, typed, kind) => {
    expect(completeOption(option, typed, library).map((choice) => choice.kind)).toEqual([kind]);
  });

  it('knows nothing of other options', () => {
    expect(completeOption('question', 'talks', library)).toEqual([]);
  });
});
