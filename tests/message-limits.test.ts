import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArticleSummary, summaryOf } from '../src/article/article.js';
import { readQuestion } from '../src/discord/read-question.js';
import { loadLanguages, type Reader } from '../src/load-languages.js';
import type { View } from '../src/view.js';
import { controlsOf, linksOf, quotationsOf, sent } from './discord/sent.js';
import { ARTICLE, answerOf, answerView, quoteOf } from './made-views.js';

const { all } = await loadLanguages();
const readers: Reader[] = all.map((phrases) => ({ phrases, locale: phrases.locales.at(-1) ?? phrases.tag }));

/** Of everything as much as there can be; each character is one that has to be escaped, or takes several units. */
function longestViews(character: string): View[] {
  const of = (length: number): string => character.repeat(length);
  const facts: Partial<ArticleSummary> = {
    title: of(3_000),
    publisher: of(3_000),
    authors: Array.from({ length: 50 }, () => of(50)),
    note: of(3_000),
    language: of(300),
    dateReason: of(3_000),
    url: `https://example.org/${'('.repeat(160)}#${of(20)}`,
    length: 10_000_000,
  };
  const article = (id: number): ArticleSummary => {
    return { ...summaryOf(ARTICLE), ...facts, id: `${id}`.padStart(12, '0') };
  };
  // Sentences have up to 1,200 characters (sentence.ts), and parts of an article 1,800.
  const best = `${of(Math.floor(1_199 / character.length))}.`;
  const part = `${best} ${of(Math.floor(590 / character.length))}.`;
  const question = of(300);
  const quotes = (count: number, text = `${best} ${best}`) =>
    Array.from({ length: count }, (_, i) => ({
      ...quoteOf(text, text.slice(0, best.length), article(i)),
      alsoIn: Array.from({ length: 20 }, () => article(0)),
    }));
  const filters = {
    publisher: of(200),
    language: of(50),
    article: 'ba9876543210',
    after: '2025-02-18',
    before: '2025-12-26',
  };
  const choices = {
    publishers: Array.from({ length: 12 }, (_, i) => of(300) + i),
    periods: Array.from({ length: 10 }, (_, i) => `2025-${`${i + 1}`.padStart(2, '0')}`),
  };
  const answer = answerOf(quotes(3), { question, page: 998, pages: 999 });
  const refused = { answered: false, reason: '', refusal: null, question };
  const refusal = { kind: 'unmentioned' as const, names: [of(150), of(149)], isClear: false };
  const shown = { kind: 'article' as const, article: article(0), cuts: [3, 5], question, start: 5_000_000 };
  return [
    ...(['question', 'article', 'message'] as const).map((about) =>
      answerView(answer, { filters, choices, about }),
    ),
    answerView(answerOf([], { ...refused, refusal, nearest: quotes(3) }), { filters, choices }),
    {
      kind: 'compare',
      question,
      publishers: quotes(5).map((quote, i) => ({ publisher: of(3_000), quote: i === 3 ? null : quote })),
      filters,
      page: 2,
      pages: 999,
    },
    { kind: 'timeline', answer: answerOf(quotes(10), { question }), filters },
    { kind: 'timeline', answer: answerOf([], { ...refused, refusal, nearest: quotes(3) }), filters },
    {
      ...shown,
      text: part,
      end: 5_000_000 + part.length,
      highlight: { start: 5_000_000, end: 5_000_000 + best.length },
    },
    { ...shown, text: best, end: 5_000_000 + best.length, highlight: null },
    {
      kind: 'sources',
      articles: [1, 2, 3, 4, 5].map(article),
      page: 500_000,
      pages: 1_000_000,
      total: 5_000_000,
    },
    {
      kind: 'status',
      articles: 9_999_999,
      passages: 9_999_999,
      built: '2026-11-22T18:05:59.123Z',
      from: of(3_000),
      model: of(3_000),
      version: of(3_000),
      running: { seconds: 1e9, times: { count: 1e6, median: 99_999, p95: 99_999 } },
    },
    { kind: 'help' },
    {
      kind: 'notice',
      notice: { kind: 'no-such-publisher', text: of(3_000), known: [of(3_000)], more: 3 },
      question,
    },
    { kind: 'notice', notice: { kind: 'no-such-command', name: of(9_000) } },
  ];
}

/** One that is escaped, one of two units, one that is written from right to left; in English others too. */
const charactersFor = (reader: Reader): string[] => [
  ...['_', '😀', 'ש'],
  ...(reader.phrases.tag === 'en' ? ['|', 'x', 'Ж', '`', '%', '&', '漢'] : []),
];

describe.each(readers.map((reader) => [reader.phrases.tag, reader] as const))(
  'a message in "%s"',
  (_, reader) => {
    it.each(charactersFor(reader))('stays within the limits, all of it "%s"', (character) => {
      for (const view of longestViews(character)) {
        const message = sent(view, reader, { isPrivate: true });
        const question = 'question' in view ? view.question : 'answer' in view ? view.answer.question : null;
        expect(readQuestion(message)).toBe(question);
      }
    });

    it('shows the best sentences of three quotes whole, whatever is known of their articles', () => {
      const best = `${'_'.repeat(349)}.`;
      const long = longestViews('_')[0];
      if (long?.kind !== 'answer') throw new Error('not an answer');
      const quotes = long.answer.quotes.map((quote) => ({
        ...quote,
        ...quoteOf(best, best),
        article: quote.article,
      }));
      const message = sent({ ...long, answer: { ...long.answer, quotes } }, reader);
      expect(quotationsOf(message).map(({ text }) => text)).toEqual([best, best, best]);
    });
  },
);

describe('what gives way first', () => {
  const reader = readers.find(({ phrases }) => phrases.tag === 'en') as Reader;
  const url = `https://example.org/${'a'.repeat(100)}`;
  const linked = (count: number, length: number, alsoIn: number): string[] => {
    const best = `${'Жук '.repeat(length / 4)}.`;
    const article = { ...summaryOf(ARTICLE), url };
    const quote = { ...quoteOf(best, best, article), alsoIn: Array.from({ length: alsoIn }, () => article) };
    return linksOf(sent(answerView(answerOf(Array.from({ length: count }, () => quote))), reader));
  };

  it('is what else says the same, then the sentence that a link leads to, then the link', () => {
    expect(linked(3, 400, 9).map((link) => link.includes(':~:'))).toEqual([true, true, true]);
    expect(linked(3, 1_000, 9)).toEqual([url, url, url]);
    expect(linked(3, 1_160, 9)).toEqual([]);
  });
});

describe('any message', () => {
  it('stays within the limits, whatever stands in the articles', () => {
    const reader = readers[0] as Reader;
    const text = fc.string({ unit: 'binary', maxLength: 400 });
    const line = fc.option(text.map((raw) => raw.replace(/\s+/g, ' ').trim() || 'x'));
    const facts = fc.record({
      title: line,
      publisher: line,
      note: line,
      dateReason: line,
      language: fc.constantFrom(null, 'en', 'de', 'uk', 'no-tag-at-all', '_'),
      url: fc.option(fc.webUrl({ withFragments: true, withQueryParameters: true })),
    });
    const quote = fc.tuple(text, text, text, facts).map(([before, best, after, known]) => {
      const marked = best.trim() || 'x';
      const whole = `${before.trim()} ${marked} ${after.trim()}`;
      const start = before.trim().length + 1;
      const made = quoteOf(whole, whole, known);
      return { ...made, highlight: { start: made.start + start, end: made.start + start + marked.length } };
    });
    fc.assert(
      fc.property(fc.array(quote, { minLength: 1, maxLength: 10 }), (quotes) => {
        sent(answerView(answerOf(quotes.slice(0, 3), { page: 1, pages: 2 })), reader, { isPrivate: true });
        sent({ kind: 'timeline', answer: answerOf(quotes), filters: {} }, reader);
        const articles = quotes.slice(0, 5).map(({ article }, i) => ({ ...article, id: `${i}` }));
        sent({ kind: 'sources', articles, page: 1, pages: 1, total: 5 }, reader);
        for (const { text: part, article, highlight, start, end } of quotes) {
          const message = sent(
            { kind: 'article', article, text: part, start, end, cuts: [], highlight, question: null },
            reader,
          );
          for (const { options } of Object.values(controlsOf(message)))
            expect(options['article']).toBe(article.id);
        }
      }),
      { numRuns: 200 },
    );
  });
});
