import { describe, expect, it } from 'vitest';
import { summaryOf } from '../src/article/article.js';
import { loadLanguages } from '../src/load-languages.js';
import type { View } from '../src/view.js';
import { readMessage } from './discord/render.js';
import { sent } from './discord/sent.js';
import { ARTICLE, answerOf, answerView, quoteOf, sentence } from './made-views.js';

const languages = await loadLanguages();
const bare = { note: null, url: null };
const article = summaryOf(ARTICLE);
const undated = sentence('Six came.', { ...bare, date: null, publisher: null, language: 'en' });
const choices = { publishers: ['AP'], periods: ['2025-02', '2025-03'] };
const filters = { language: 'de', after: '2025-02-01', before: '2025-02-28' };

const VIEWS: View[] = [
  answerView(
    answerOf([quoteOf('One came. Two came.', 'Two came.'), { ...undated, alsoIn: [article] }], { pages: 2 }),
    { filters, choices },
  ),
  answerView(
    answerOf([], {
      answered: false,
      reason: '',
      refusal: { kind: 'other-days', days: ['2025-03-01'] as never },
      nearest: [sentence('x', bare)],
    }),
    { filters: { before: '2025-03-01' } },
  ),
  {
    kind: 'compare',
    question: 'Who came?',
    publishers: [
      { publisher: 'The Paper', quote: sentence('One came.', bare) },
      { publisher: null, quote: null },
    ],
    filters: {},
    page: 2,
    pages: 3,
  },
  { kind: 'timeline', answer: answerOf([sentence('One came.', bare), undated]), filters: {} },
  {
    kind: 'article',
    article: { ...article, length: 8_200, language: 'en' },
    text: ARTICLE.text,
    start: 2_100,
    end: 2_156,
    cuts: [],
    highlight: null,
    question: 'Who came?',
  },
  { kind: 'sources', articles: [{ ...article, ...bare, language: null }], page: 1, pages: 2, total: 6 },
  {
    kind: 'status',
    articles: 4,
    passages: 1_231,
    built: '2026-11-22T18:05:59.123Z',
    from: 'seeds',
    model: 'e5',
    version: '0.1.0',
    running: { seconds: 93_600, times: { count: 100, median: 31, p95: 88 } },
  },
  { kind: 'help' },
  { kind: 'notice', notice: { kind: 'cooldown-user', seconds: 3 }, question: 'Who came?' },
];

/** Spaces that do not break, of which languages have several before units and signs, as common ones. */
const shown = (locale: string, view: View): string =>
  readMessage(sent(view, languages.readerOf(locale), { isPrivate: true })).replace(/[\u00a0\u202f]/g, ' ');

const all = (locale: string): string => VIEWS.map((view) => shown(locale, view)).join('\n\n');

describe('messages read', () => {
  it('in English', () => {
    expect(all('en-GB')).toMatchInlineSnapshot();
  });

  it('in German', () => {
    expect(all('de')).toMatchInlineSnapshot();
  });

  it('in Russian', () => {
    expect(all('ru')).toMatchInlineSnapshot();
  });
});
