import { beforeAll, describe, expect, inject, it } from 'vitest';
import { article } from '../commands/article.js';
import { ask } from '../commands/ask.js';
import { compare } from '../commands/compare.js';
import { context } from '../commands/context.js';
import { message } from '../commands/message.js';
import { passages } from '../commands/passages.js';
import { timeline } from '../commands/timeline.js';
import { articleSentences } from '../src/article-sentences.js';
import { passagesOf } from '../src/passage.js';
import { referenceTo } from '../src/sentence-reference.js';
import type { AnswerView, ArticleView, CompareView } from '../src/view.js';
import { openRealLibrary, type RealLibrary } from './real-library.js';

const question = 'Who led the Russian delegation in Riyadh?';
let library: RealLibrary;
beforeAll(async () => {
  library = await openRealLibrary(inject('indexDir'));
});

describe('the four articles', () => {
  it('are cut into the sentences of which their passages are made', () => {
    for (const one of library.articles) {
      const sentences = library.sentencesOf(one);
      expect(sentences).toEqual(articleSentences(passagesOf(one)));
      const said = sentences.map(({ start, end }) => one.text.slice(start, end)).join('');
      expect(said.replace(/\s/g, '')).toBe(one.text.replace(/\s/g, ''));
    }
  });

  it('can be read through, to their ends', async () => {
    for (const { id, text } of library.articles) {
      let [read, from] = ['', 0];
      while (from < text.length) {
        const view = (await article.run({ article: id, from: `${from}` }, library)) as ArticleView;
        expect(view.text).toBe(text.slice(view.start, view.end));
        read += view.text;
        from = view.end;
      }
      expect(read.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }
  });

  it('are compared by publisher', async () => {
    const { publishers } = (await compare.run({ question }, library)) as CompareView;
    expect(publishers.map(({ publisher }) => publisher).sort()).toEqual([
      'Associated Press',
      'The Kyiv Independent',
      null,
    ]);
    expect(publishers.find(({ publisher }) => publisher === null)?.quote?.text).toContain('Lavrov led');
  });

  it('answer in the order of their days', async () => {
    const { answer } = await timeline.run({ question: 'What did Rubio say?' }, library);
    const days = answer.quotes.map((quote) => quote.article.date);
    expect(days.length).toBeGreaterThan(1);
    expect(days).toEqual([...days].sort());
  });

  it('have other publishers to ask than the one that is asked', async () => {
    const { choices } = await ask.run({ question, publisher: 'kyiv' }, library);
    expect(choices).toEqual({ publishers: ['The Kyiv Independent', 'Associated Press'], periods: [] });
  });
});

describe('from a quote', () => {
  const first = async () => {
    const [quote] = (await ask.run({ question }, library)).answer.quotes;
    if (!quote) throw new Error('Not answered');
    return quote;
  };

  it('one comes to its sentence in the article', async () => {
    const { article: of, highlight, text, start } = await first();
    const words = text.slice(highlight.start - start, highlight.end - start);
    const { hash } = referenceTo(of.id, highlight.start, words);
    const view = (await context.run(
      { article: of.id, start: `${highlight.start}`, hash, question },
      library,
    )) as ArticleView;
    expect(view).toMatchObject({ kind: 'article', highlight, question });
    expect(view.text).toContain(text);
  });

  it('one comes to what else its article says near the question', async () => {
    const quote = await first();
    const { answer } = (await passages.run({ article: quote.article.id, question }, library)) as AnswerView;
    expect(answer.quotes[0]?.text).toBe(quote.text);
    expect(answer.quotes.length).toBeGreaterThan(1);
    expect(answer.quotes.every((other) => other.article.id === quote.article.id)).toBe(true);
  });
});

it('a message leads to what the articles say about it', async () => {
  const text = '<@1> **Lavrov** led the Russian delegation to Riyadh!! https://example.org';
  const { answer } = await message.run({ text }, library);
  expect(answer.question).toBe('Lavrov led the Russian delegation to Riyadh!!');
  expect(answer.quotes[0]?.text).toContain('Lavrov led the Russian delegation');
  expect(library.logged).toEqual([]);
});
