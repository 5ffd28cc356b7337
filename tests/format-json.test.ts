import { describe, expect, it } from 'vitest';
import { dayOfValue } from '../src/format/day-value.js';
import { readJson, readJsonLines } from '../src/format/json.js';
import { UserError } from '../src/user-error.js';

const UNKNOWN = {
  title: null,
  publisher: null,
  authors: null,
  date: null,
  dateSource: null,
  dateReason: null,
  language: null,
  url: null,
  note: null,
  text: '',
  cuts: [],
};
const TEXT = 'The ministers met on Tuesday, officials said.';

const stated = (date: string, key: string) => ({
  date,
  dateSource: 'stated',
  dateReason: `in the file (${key})`,
});
const raws = (text: string) => readJson(text).map((entry) => ('raw' in entry ? entry.raw : entry.reason));
const raw = (object: object) => raws(JSON.stringify(object))[0];

describe('readJson', () => {
  it('reads one article by the usual names', () => {
    expect(
      raw({
        headline: 'The talks',
        byline: 'By Ann Lee and Bo Ray',
        source: { id: null, name: 'The Paper' },
        published_at: '2025-02-19T22:10:00Z',
        lang: 'en_US',
        permalink: 'https://e.example/1',
        note: 'a machine translation',
        body: TEXT,
        description: 'Short.',
      }),
    ).toEqual({
      ...UNKNOWN,
      title: 'The talks',
      publisher: 'The Paper',
      authors: ['Ann Lee', 'Bo Ray'],
      ...stated('2025-02-19', 'published_at'),
      language: 'en-US',
      url: 'https://e.example/1',
      note: 'a machine translation',
      text: TEXT,
    });
  });

  it('reads what NewsAPI gives, and says where a text goes on', () => {
    const newsApi = {
      status: 'ok',
      totalResults: 1,
      articles: [
        {
          source: { id: 'x', name: 'The Paper' },
          author: 'Ann Lee',
          title: 'The talks',
          description: 'Short.',
          url: 'https://e.example/1',
          urlToImage: 'https://e.example/1.png',
          publishedAt: '2025-02-19T22:10:00Z',
          content: `${TEXT} They… [+1234 chars]`,
        },
      ],
    };
    expect(raw(newsApi)).toEqual({
      ...UNKNOWN,
      title: 'The talks',
      publisher: 'The Paper',
      authors: ['Ann Lee'],
      ...stated('2025-02-19', 'publishedAt'),
      url: 'https://e.example/1',
      text: `${TEXT} They`,
      cuts: [{ at: TEXT.length + 5, text: '… [+1234 chars]', reason: 'a mark that the text goes on' }],
    });
  });

  it('reads a JSON Feed, whose name is the publisher', () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'The Feed',
      language: 'de',
      items: [
        {
          id: '1',
          url: 'https://e.example/1',
          content_html: '<p>Eins.</p><p>Zwei.</p>',
          date_published: '2025-02-19',
        },
        {
          id: '2',
          title: 'Second',
          content_text: 'Drei.',
          authors: [{ name: 'Ann' }, { name: 'Bo' }],
          language: 'en',
        },
      ],
    };
    expect(raws(JSON.stringify(feed))).toEqual([
      {
        ...UNKNOWN,
        publisher: 'The Feed',
        language: 'de',
        url: 'https://e.example/1',
        ...stated('2025-02-19', 'date_published'),
        text: 'Eins.\n\nZwei.',
      },
      {
        ...UNKNOWN,
        title: 'Second',
        publisher: 'The Feed',
        authors: ['Ann', 'Bo'],
        language: 'en',
        text: 'Drei.',
      },
    ]);
  });

  it('reads what WordPress gives', () => {
    const posts = [
      {
        id: 7,
        date: '2025-02-19T01:02:03',
        modified: '2025-03-01T01:02:03',
        link: 'https://e.example/7',
        title: { rendered: 'Talks &#8211; more' },
        content: { rendered: `<p>${TEXT}</p>\n`, protected: false },
        excerpt: { rendered: '<p>Short.</p>' },
        author: 3,
      },
    ];
    expect(raws(JSON.stringify(posts))).toEqual([
      {
        ...UNKNOWN,
        title: 'Talks – more',
        ...stated('2025-02-19', 'date'),
        url: 'https://e.example/7',
        text: TEXT,
      },
    ]);
  });

  it('reads a NewsArticle of schema.org, also in a graph', () => {
    const article = {
      '@type': 'NewsArticle',
      headline: 'The talks',
      articleBody: TEXT,
      author: [{ '@type': 'Person', name: 'Ann Lee' }],
      publisher: { '@type': 'Organization', name: 'The Paper', url: 'https://e.example' },
      datePublished: '2025-02-19T23:00:00+01:00',
      dateModified: '2025-02-20',
      inLanguage: 'en',
      mainEntityOfPage: { '@type': 'WebPage', '@id': 'https://e.example/1' },
    };
    const expected = {
      ...UNKNOWN,
      title: 'The talks',
      publisher: 'The Paper',
      authors: ['Ann Lee'],
      ...stated('2025-02-19', 'datePublished'),
      language: 'en',
      url: 'https://e.example/1',
      text: TEXT,
    };
    expect(raw(article)).toEqual(expected);
    const graph = { '@graph': [{ '@type': 'Organization', name: 'The Paper' }, article] };
    expect(raws(JSON.stringify(graph))).toEqual([
      '@graph[0] cannot be read: it holds no text (a "text", "body" or "content")',
      expected,
    ]);
  });

  it('keeps the lines of a text with a bold word or a reference in it, as those of a text without', () => {
    expect(raw({ text: 'One &amp; <b>two</b>.\nThree.\n\nFour.' })).toMatchObject({
      text: 'One & two.\nThree.\n\nFour.',
    });
    expect(raw({ text: '<p>One &amp; <b>two</b>.\nThree.</p>\n\n<p>Four.</p>' })).toMatchObject({
      text: 'One & two. Three.\n\nFour.',
    });
    expect(raw({ text: 'AT&T < 5 > 4\n\nR&D; x' })).toMatchObject({ text: 'AT&T < 5 > 4\n\nR&D; x' });
  });

  it('finds a list within, and fields where databases put them', () => {
    const found = { response: { docs: [{ _source: { title: 'A', text: TEXT } }] } };
    expect(raw(found)).toEqual({ ...UNKNOWN, title: 'A', text: TEXT });
    expect(raw({ data: [{ attributes: { name: 'B', content: ['One.', 'Two.'] } }] })).toEqual({
      ...UNKNOWN,
      title: 'B',
      text: 'One.\n\nTwo.',
    });
  });

  it('takes the description only where there is no text, and keeps what a person worked out', () => {
    expect(raw([{ content: ' ', description: 'Short.' }])).toEqual({ ...UNKNOWN, text: 'Short.' });
    expect(
      raw({ text: TEXT, date: '2025-02-18', dateSource: 'inferred', dateReason: 'it says "on Tuesday"' }),
    ).toMatchObject({ date: '2025-02-18', dateSource: 'inferred', dateReason: 'it says "on Tuesday"' });
  });

  it('names a bad entry by its place, and reads the others', () => {
    expect(raws(JSON.stringify({ articles: ['no', { title: 'A' }, { text: TEXT }, null] }))).toEqual([
      'articles[0] is no object',
      'articles[1] cannot be read: it holds no text (a "text", "body" or "content")',
      { ...UNKNOWN, text: TEXT },
      'articles[3] is no object',
    ]);
  });

  it.each([
    ['{"text": "cut o', 'it is not JSON, or not all of it'],
    [
      '{"name": "talks", "version": 1}',
      'it holds no list of articles, and is none itself (an object with a "text")',
    ],
    ['"text"', 'it holds no list of articles, and is none itself (an object with a "text")'],
    ['[[[[', 'it is not JSON, or not all of it'],
  ])('refuses %s', (text, reason) => {
    expect(() => readJson(text)).toThrow(new UserError(reason));
  });

  it('reads lines of objects under the name .json too', () => {
    expect(raws(`{"text": "One."}\n{"text": "Two."}\n`)).toEqual([
      { ...UNKNOWN, text: 'One.' },
      { ...UNKNOWN, text: 'Two.' },
    ]);
  });
});

describe('readJsonLines', () => {
  it('names a bad line by its number, and reads the others', () => {
    const lines = `{"text": "One."}\n\n{"text": "Tw\n[1]\n{"title": "A"}\n{"text": "Five."}`;
    const entries = readJsonLines(lines).map((entry) =>
      'raw' in entry ? [entry.where, entry.raw.text] : entry.reason,
    );
    expect(entries).toEqual([
      ['line 1', 'One.'],
      'line 3 is not JSON',
      'line 4 is no object',
      'line 5 cannot be read: it holds no text (a "text", "body" or "content")',
      ['line 6', 'Five.'],
    ]);
  });
});

describe('dayOfValue', () => {
  it.each([
    ['2025-02-19T22:10:00Z', '2025-02-19'],
    ['2025-02-19T23:59:00-08:00', '2025-02-19'],
    ['2025-02-19', '2025-02-19'],
    ['2025/2/9 10:00', '2025-02-09'],
    ['20250219', '2025-02-19'],
    ['20250219T101112', '2025-02-19'],
    [20250219, '2025-02-19'],
    ['Wed, 19 Feb 2025 23:10:00 -0500', '2025-02-19'],
    ['February 19, 2025', '2025-02-19'],
    ['19.02.2025 10:00', '2025-02-19'],
    ['19 февраля 2025', '2025-02-19'],
    ['2/19/2025', '2025-02-19'],
    ['19/2/2025', '2025-02-19'],
    ['3/3/2025', '2025-03-03'],
    [1739999400, '2025-02-19'],
    [1739999400123, '2025-02-19'],
    ['1739999400', '2025-02-19'],
    [{ $date: '2025-02-19T22:10:00Z' }, '2025-02-19'],
    ['2/3/2025', null],
    ['2025-02-30', null],
    ['2025-13-01', null],
    ['2025-02', null],
    ['yesterday', null],
    ['Feb 19', null],
    [2025, null],
    [-1, null],
    [Number.NaN, null],
    [true, null],
    [null, null],
    ['', null],
  ])('reads %j as %j', (value, day) => {
    expect(dayOfValue(value)).toBe(day);
  });
});
