import { describe, expect, it } from 'vitest';
import { article } from '../commands/article.js';
import { ask } from '../commands/ask.js';
import { compare } from '../commands/compare.js';
import { context } from '../commands/context.js';
import { help } from '../commands/help.js';
import { message } from '../commands/message.js';
import { passages } from '../commands/passages.js';
import { sources } from '../commands/sources.js';
import { status } from '../commands/status.js';
import { timeline } from '../commands/timeline.js';
import type { Article } from '../src/article/article.js';
import type { Library } from '../src/library.js';
import { referenceTo } from '../src/sentence-reference.js';
import type { AnswerView, ArticleView, CompareView } from '../src/view.js';
import { A, articleOf, B, FACTS, hit, libraryOf, logged, searchOf } from './made-library.js';
import { makeArticle } from './make-article.js';

const question = 'Why?';
/** Nine articles of as many publishers, each found, the last one first; the first one's hit is unsure. */
const NINE = Array.from({ length: 9 }, (_, i): Article => {
  return { ...articleOf(`${i}`, 9), publisher: `P${i}`, date: `2025-02-0${9 - i}` };
});
const NINE_HITS = NINE.map((of, i) => hit(of, 0, 1, i === 0 ? 0.6 : 0.85 + i / 100)).reverse();
const nine = libraryOf([], { articles: NINE, search: searchOf(NINE_HITS, NINE) });

describe('/ask', () => {
  it('gives a page of what was found, and the last one where there are fewer', async () => {
    const page = async (asked?: string) => {
      const { answer } = await ask.run({ question, ...(asked && { page: asked }) }, nine);
      return [answer.page, answer.pages, answer.quotes.map((quote) => quote.article.id)];
    };
    expect(await page()).toEqual([1, 3, ['8', '7', '6']]);
    expect(await page('2')).toEqual([2, 3, ['5', '4', '3']]);
    expect(await page('3')).toEqual([3, 3, ['2', '1']]);
    expect(await page('99')).toEqual([3, 3, ['2', '1']]);
    expect(await page('1e999')).toEqual(await page('3'));
    for (const none of ['0', '-1', 'two', '']) expect(await page(none)).toEqual(await page());
  });

  it('asks only the articles that the filters leave, and names an article by its id', async () => {
    const view = await ask.run({ question, article: '3.txt' }, nine);
    expect(view.answer.quotes.map((quote) => quote.article.id)).toEqual(['3']);
    expect(view).toMatchObject({ about: 'question', filters: { article: '3' } });
    const several = await ask.run(
      { question, article: 'none.txt' },
      libraryOf(NINE_HITS, { articles: [{ ...A, file: 'none.txt' }, ...NINE] }),
    );
    expect(several.filters).toEqual({ article: 'none.txt' });
    const after = await ask.run({ question, after: '2025-02-07', before: '2025-02-08' }, nine);
    expect(after.answer.quotes.map((quote) => quote.article.id)).toEqual(['2', '1']);
    expect(after.filters).toEqual({ after: '2025-02-07', before: '2025-02-08' });
  });

  it('offers publishers, those that were found first', async () => {
    const { choices } = await ask.run({ question }, nine);
    expect(choices.publishers).toEqual(['P8', 'P7', 'P6', 'P5', 'P4', 'P3', 'P2', 'P1', 'P0']);
    expect(choices.periods).toEqual([]);
  });
});

describe('/compare', () => {
  const compared = async (options: { page?: string; after?: string } = {}) => {
    const view = (await compare.run({ question: ' Why? ', ...options }, nine)) as CompareView;
    return [view, view.publishers.map(({ publisher, quote }) => [publisher, quote?.text ?? null])] as const;
  };

  it('gives the best quote of each publisher, five a page, and null where nothing is certain enough', async () => {
    const [first, quotes] = await compared();
    expect(first).toMatchObject({ kind: 'compare', question: 'Why?', page: 1, pages: 2, filters: {} });
    expect(quotes).toEqual(['P8', 'P7', 'P6', 'P5', 'P4'].map((name) => [name, 's0.s1.']));
    const [second, others] = await compared({ page: '7' });
    expect(second).toMatchObject({ page: 2, pages: 2 });
    expect(others).toEqual([...['P3', 'P2', 'P1'].map((name) => [name, 's0.s1.']), ['P0', null]]);
  });

  it('leaves out publishers of which the filters leave no article', async () => {
    const [view, quotes] = await compared({ after: '2025-02-08' });
    expect(view).toMatchObject({ pages: 1, filters: { after: '2025-02-08' } });
    expect(quotes).toEqual([
      ['P1', 's0.s1.'],
      ['P0', null],
    ]);
  });

  it('searches each publisher alone, those whose names are alike too, and unknown ones together', async () => {
    const names = ['Times', 'The Times', null, null];
    const articles = names.map((publisher, i) => ({ ...articleOf(`${i}`, 9), publisher }));
    const asked: unknown[] = [];
    const search = searchOf([hit(articles[3] as Article, 2, 3, 0.9)], articles);
    const library = libraryOf([], {
      articles,
      search: (text, filters) => {
        asked.push(filters);
        return search(text, filters);
      },
    });
    const { publishers } = (await compare.run({ question }, library)) as CompareView;
    expect(publishers.map(({ publisher, quote }) => [publisher, quote?.article.id])).toEqual([
      [null, '3'],
      ['Times', undefined],
      ['The Times', undefined],
    ]);
    expect(asked).toEqual([{}, { articles: ['2', '3'] }, { articles: ['0'] }, { articles: ['1'] }]);
  });

  it('refuses what is no question', async () => {
    expect(await compare.run({ question: 'hello' }, nine)).toMatchObject({
      kind: 'answer',
      answer: { answered: false, refusal: { kind: 'greeting' } },
      choices: { publishers: [], periods: [] },
    });
    await expect(compare.run({ question: '?' }, nine)).rejects.toThrow('this one has 1.');
    await expect(compare.run({ question, before: '2020-01-01' }, nine)).rejects.toThrow('No article is left');
  });
});

describe('/timeline', () => {
  it('orders what is certain by day, the better one first of a day, and what has no day last', async () => {
    const dated = (id: string, date: string | null): Article => ({ ...articleOf(id, 9), date });
    const articles = [
      dated('a', null),
      dated('b', '2025-02-03'),
      dated('c', '2025-02-01'),
      dated('d', '2025-02-03'),
    ];
    const [a, b, c, d] = articles as [Article, Article, Article, Article];
    const hits = [
      hit(d, 0, 1, 0.96),
      hit(a, 0, 1, 0.95),
      hit(b, 0, 1, 0.94),
      hit(c, 0, 1, 0.9),
      hit(c, 4, 5, 0.5),
    ];
    const view = await timeline.run({ question }, libraryOf(hits, { articles }));
    expect(view).toMatchObject({
      kind: 'timeline',
      answer: { answered: true, page: 1, pages: 1 },
      filters: {},
    });
    expect(view.answer.quotes.map((quote) => quote.article.id)).toEqual(['c', 'd', 'b', 'a']);
  });

  it('leaves out the least certain where there are more than ten', async () => {
    const articles = Array.from({ length: 12 }, (_, i) => ({
      ...articleOf(`${i}`, 9),
      date: `2025-02-${10 + i}`,
    }));
    const hits = articles.map((of, i) => hit(of, 0, 1, 0.95 - i / 100));
    const library = libraryOf(hits, { articles });
    const page = async (number: number) => {
      const { answer } = await timeline.run({ question, page: `${number}` }, library);
      expect(answer).toMatchObject({ page: Math.min(2, number), pages: 2 });
      return answer.quotes.map((quote) => quote.article.id);
    };
    expect(await page(1)).toEqual(['0', '1', '2', '3', '4']);
    expect(await page(2)).toEqual(['5', '6', '7', '8', '9']);
    expect(await page(3)).toEqual(['5', '6', '7', '8', '9']);
  });

  it('looks for more in the articles that were not looked at, and leaves room for them', async () => {
    const articles = ['a', 'b', 'c'].map(
      (id, i): Article => ({ ...articleOf(id, 30), date: `2025-02-0${3 - i}` }),
    );
    const [a, b, c] = articles as [Article, Article, Article];
    const found = [0, 6, 12, 18].map((first) => hit(a, first, first + 1, 0.95 - first / 1_000));
    const rounds = [found, [hit(b, 0, 1, 0.93)], [hit(c, 0, 1, 0.2)]];
    const asked: (string[] | undefined)[] = [];
    const search: Library['search'] = async (_, { articles: of } = {}) => {
      asked.push(of);
      return { hits: rounds[asked.length - 1] ?? [], question: FACTS };
    };
    const { answer } = await timeline.run({ question }, { ...libraryOf([], { articles }), search });
    expect(asked).toEqual([undefined, ['b', 'c'], ['c']]);
    expect(answer.quotes.map((quote) => quote.article.id)).toEqual(['b', 'a', 'a', 'a']);
  });

  it('refuses as an answer does', async () => {
    const { answer } = await timeline.run({ question }, libraryOf([hit(A, 0, 1, 0.6)]));
    expect(answer).toMatchObject({ answered: false, refusal: { kind: 'not-in-the-articles' }, quotes: [] });
    expect(answer.nearest).toHaveLength(1);
  });
});

const STORY = makeArticle({
  id: '0123456789ab',
  file: 'story.txt',
  title: 'The story',
  text: Array.from({ length: 60 }, (_, i) => `Sentence ${i} ${'goes on '.repeat(8)}here.`).join(' '),
});
const story = libraryOf([], { articles: [A, STORY] });
const GONE = { kind: 'notice', notice: { kind: 'passage-gone' } };

describe('/article', () => {
  it.each([STORY.id, STORY.file])('shows the first part of the one named %s', async (name) => {
    const view = (await article.run({ article: name }, story)) as ArticleView;
    expect(view).toMatchObject({ kind: 'article', start: 0, highlight: null, question: null });
    expect(view.article).toMatchObject({ id: STORY.id, title: 'The story', length: STORY.text.length });
    expect(view.text).toBe(STORY.text.slice(0, view.end));
    expect(view.text).toMatch(/here\.$/);
  });

  it('reads on where it is told to', async () => {
    const first = (await article.run({ article: STORY.id }, story)) as ArticleView;
    const next = (await article.run(
      { article: STORY.id, from: `${first.end}`, question },
      story,
    )) as ArticleView;
    expect(next).toMatchObject({ start: first.end + 1, question });
    expect(await article.run({ article: STORY.id, from: `${-next.start}` }, story)).toEqual(first);
    expect(await article.run({ article: STORY.id, from: 'here' }, story)).toEqual(first);
  });

  it('says what there is where there is no such article, and that one is gone where a button asks for it', async () => {
    await expect(article.run({ article: 'nothing' }, story)).rejects.toThrow(
      'There is no article "nothing".',
    );
    await expect(article.run({ article: '' }, story)).rejects.toThrow('There is no article "".');
    expect(await article.run({ article: '00000000000f' }, story)).toEqual(GONE);
  });
});

describe('the context of a sentence', () => {
  const at = STORY.text.indexOf('Sentence 30');
  const words = STORY.text.slice(at, STORY.text.indexOf(' Sentence 31'));
  const { start, hash } = referenceTo(STORY.id, at, words);
  const reference = { article: STORY.id, start: `${start}`, hash };

  it('is the part around it, with it marked', async () => {
    const view = (await context.run({ ...reference, question }, story)) as ArticleView;
    expect(view).toMatchObject({ highlight: { start: at, end: at + words.length }, question });
    expect(view.start < at - 500 && view.end > at + 500).toBe(true);
    expect(view.text).toBe(STORY.text.slice(view.start, view.end));
  });

  it('is found where the article was changed before it', async () => {
    const text = `A new one.\n${STORY.text}`;
    const changed = libraryOf([], { articles: [{ ...STORY, text }] });
    const view = (await context.run(reference, changed)) as ArticleView;
    expect(view).toMatchObject({
      highlight: { start: at + 11, end: at + 11 + words.length },
      question: null,
    });
  });

  it('can be read on from, to both sides', async () => {
    const view = (await context.run(reference, story)) as ArticleView;
    const later = (await context.run({ ...reference, from: `${view.end}` }, story)) as ArticleView;
    expect(later).toMatchObject({ start: view.end + 1, highlight: null });
    const earlier = (await context.run({ ...reference, from: `${-view.start}` }, story)) as ArticleView;
    expect(earlier.end).toBe(view.start - 1);
  });

  it('is gone where the sentence or the article is', async () => {
    const text = STORY.text.replace('Sentence 30', 'Sentence thirty');
    const changed = libraryOf([], { articles: [{ ...STORY, text }] });
    expect(await context.run({ ...reference, question }, changed)).toEqual({ ...GONE, question });
    expect(await context.run({ ...reference, from: '0' }, changed)).toEqual(GONE);
    expect(await context.run({ ...reference, question }, libraryOf([]))).toEqual({ ...GONE, question });
  });
});

describe('the passages of an article', () => {
  const hits = [
    hit(B, 0, 1, 0.96),
    hit(A, 4, 6, 0.5, 5),
    hit(A, 5, 7, 0.4),
    hit(A, 0, 1, 0.3),
    hit(A, 2, 2, 0.2),
    hit(A, 8, 8, 0.1),
  ];
  const library = libraryOf([], { search: searchOf(hits, [A, B]) });

  it('are what it says, the nearest first, however uncertain, without overlaps', async () => {
    const view = (await passages.run({ article: 'a', question }, library)) as AnswerView;
    expect(view).toMatchObject({
      about: 'article',
      filters: { article: 'a' },
      choices: { publishers: [], periods: [] },
    });
    expect(view.answer).toMatchObject({ answered: true, page: 1, pages: 2 });
    expect(view.answer.quotes.map(({ text }) => text)).toEqual(['s4.s5.s6.', 's0.s1.', 's2.']);
    const next = (await passages.run({ article: 'a', question, page: '2' }, library)) as AnswerView;
    expect(next.answer.quotes.map(({ text }) => text)).toEqual(['s8.']);
  });

  it('are gone with it', async () => {
    expect(await passages.run({ article: 'c', question }, library)).toEqual({ ...GONE, question });
  });
});

describe('Find sources', () => {
  it('asks what a message says', async () => {
    const asked: string[] = [];
    const library = libraryOf([], {
      search: async (text) => {
        asked.push(text);
        return { hits: [hit(A, 0, 1, 0.96)], question: FACTS };
      },
    });
    const view = await message.run(
      { text: `<@1> **They met** https://example.org\n${'x'.repeat(3_900)}` },
      library,
    );
    expect(asked).toEqual(['They met']);
    expect(view).toMatchObject({
      about: 'message',
      filters: {},
      answer: { question: 'They met', answered: true },
    });
    await expect(message.run({ text: '<@1>' }, library)).rejects.toMatchObject({
      notice: { kind: 'no-text' },
    });
  });
});

describe('what there is', () => {
  it('is listed five a page; a page beyond the last one is the last one', async () => {
    const page = async (asked: string) => {
      const view = await sources.run({ page: asked }, nine);
      return [view.page, view.pages, view.total, view.articles.map(({ id }) => id).join('')];
    };
    expect(await page('1')).toEqual([1, 2, 9, '01234']);
    expect(await page('3')).toEqual([2, 2, 9, '5678']);
    expect(await page('none')).toEqual([1, 2, 9, '01234']);
    expect(await sources.run({}, libraryOf([], { articles: [] }))).toMatchObject({
      page: 1,
      pages: 1,
      total: 0,
    });
  });

  it('is told by /status, and how to ask by /help', async () => {
    expect(await status.run({}, nine)).toEqual({
      kind: 'status',
      articles: 9,
      passages: 7,
      built: '2026-11-22T18:41:08Z',
      from: 'seeds',
      model: 'a-model',
      version: '1.2.3',
      running: null,
    });
    expect(await help.run()).toEqual({ kind: 'help' });
  });
});

it('drops what is no slice of its article from every view', async () => {
  logged.length = 0;
  const changed = { ...A, text: A.text.toUpperCase() };
  const library = libraryOf([hit(changed, 0, 1, 0.96)], { articles: [A] });
  const shown = [
    await ask.run({ question }, library),
    await compare.run({ question }, library),
    await timeline.run({ question }, library),
    await passages.run({ article: 'a', question }, library),
    await message.run({ text: question }, library),
  ];
  expect(JSON.stringify(shown)).not.toContain('S0');
  expect(new Set(logged.map(([, facts]) => JSON.stringify(facts)))).toEqual(
    new Set([JSON.stringify({ fault: 'it is no slice of its article', article: 'a', start: 0, end: 6 })]),
  );
});
