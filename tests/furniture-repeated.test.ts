import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../src/article/article.js';
import { clean } from '../src/article/clean.js';
import { cutRepeated, withoutRepeatedCuts } from '../src/furniture/repeated.js';
import { makeArticle } from './make-article.js';

const REASON = 'repeated in other articles of this publisher';
const UNKNOWN = { title: null, authors: null };

/** What only one article says. */
const own = (i: number) => `The ministers of group ${i} met on Tuesday in the capital, officials said.`;
const more = (i: number) => `They of group ${i} will meet again in a week, they added later that day.`;

const articlesOf = (texts: string[], known: Partial<Article> = {}): Article[] =>
  texts.map((text, i) =>
    makeArticle({ id: `${i}`, file: `${i}.txt`, publisher: 'The Paper', ...known, ...clean(text, UNKNOWN) }),
  );
const textsOf = (articles: Article[]) => articles.map(({ text }) => text);

describe('cutRepeated', () => {
  it('leaves out what stands around the texts of a publisher', () => {
    const texts = [1, 2, 3, 4].map(
      (i) =>
        `The Paper Daily\n\nTitle ${i}\n\n${own(i)}\n\n${more(i)}\n\nOur channel\n\nWrite to desk@paper.example if you know more of it.`,
    );
    const articles = cutRepeated(articlesOf(texts));
    expect(textsOf(articles)).toEqual([1, 2, 3, 4].map((i) => `Title ${i}\n\n${own(i)}\n\n${more(i)}`));
    expect(articles[0]?.cuts).toEqual([
      { at: 0, text: 'The Paper Daily\n\n', reason: REASON, isRepeated: true },
      { at: articles[0]?.text.length, text: '\n\nOur channel\n\n', reason: REASON, isRepeated: true },
      {
        at: articles[0]?.text.length,
        text: 'Write to desk@paper.example if you know more of it.',
        reason: REASON,
        isRepeated: true,
      },
    ]);
  });

  it.each<[string, (i: number) => string]>([
    ['a heading between paragraphs', (i) => `${own(i)}\n\nWhat we know\n\n${more(i)}`],
    [
      'a heading above a last paragraph of its own',
      (i) => `${own(i)}\n\nBackground\n\nThe war began in the year 2022, as all articles say.`,
    ],
    [
      'a sentence of an agency',
      (i) => `${own(i)}\n\nThe war began in the year 2022 and has killed many.\n\n${more(i)}`,
    ],
    ['a sentence at the end', (i) => `${own(i)}\n\nThis is a developing story and will be updated.`],
    ['a quotation', (i) => `${own(i)}\n\n“We want peace in this country,” he said at www.gov.example.`],
    ['all of a text', () => 'The Paper Daily\n\nOur channel'],
  ])('keeps %s, though four articles share it', (_, textOf) => {
    const articles = articlesOf([1, 2, 3, 4].map(textOf));
    expect(cutRepeated(articles)).toEqual(articles);
  });

  it('leaves out a sentence around a text where five and half of all hold it, within one where ten and two thirds do', () => {
    const call = 'Support our work, which is free for all readers.';
    const isCut = (textOf: (i: number) => string, count: number, all: number): boolean => {
      const texts = Array.from({ length: all }, (_, i) => (i < count ? textOf(i) : own(i)));
      const articles = cutRepeated(articlesOf(texts));
      expect(articles.slice(count).map(({ text }) => text)).toEqual(texts.slice(count));
      const kept = articles.filter(({ text }) => text.includes(call));
      expect([0, count]).toContain(kept.length);
      return kept.length === 0;
    };
    const around = (i: number) => `${own(i)}\n\n${more(i)}\n\n${call}`;
    const within = (i: number) => `${own(i)}\n\n${call}\n\n${more(i)}`;
    expect([isCut(around, 5, 10), isCut(around, 5, 11), isCut(around, 4, 4)]).toEqual([true, false, false]);
    expect([isCut(within, 10, 15), isCut(within, 10, 16), isCut(within, 9, 9)]).toEqual([true, false, false]);
  });

  it('needs three articles, and a third of all', () => {
    const texts = (count: number, all: number) =>
      Array.from({ length: all }, (_, i) => (i < count ? `${own(i)}\n\nOur channel` : own(i)));
    const cut = (count: number, all: number) =>
      cutRepeated(articlesOf(texts(count, all))).filter(({ cuts }) => cuts.length > 0).length;
    expect([cut(2, 2), cut(3, 3), cut(3, 9), cut(3, 10), cut(4, 10)]).toEqual([0, 3, 3, 0, 4]);
  });

  it('counts versions of one article once', () => {
    const texts = [1, 2, 3, 4].map((i) => `Title\n\nVersion ${i}\n\n${own(0)}\n\nThe end`);
    expect(textsOf(cutRepeated(articlesOf(texts)))).toEqual(texts);
  });

  it('tells publishers apart, or folders and hosts where none is known', () => {
    const texts = [1, 2, 3].map((i) => `${own(i)}\n\nOur channel`);
    const isCut = (known: Partial<Article>[]) =>
      textsOf(cutRepeated(articlesOf(texts).map((one, i) => ({ ...one, ...known[i] })))).every(
        (text) => !text.includes('channel'),
      );
    expect(isCut([{}, {}, {}])).toBe(true);
    expect(isCut([{}, { publisher: 'THE PAPER' }, {}])).toBe(true);
    expect(isCut([{}, {}, { publisher: 'Another' }])).toBe(false);
    const unknown = (host: string, folder: string) => ({
      publisher: null,
      url: `https://${host}/a`,
      file: `${folder}/a.txt`,
    });
    expect(isCut([unknown('a.example', 'x'), unknown('a.example', 'x'), unknown('a.example', 'x')])).toBe(
      true,
    );
    expect(isCut([unknown('a.example', 'x'), unknown('a.example', 'x'), unknown('b.example', 'x')])).toBe(
      false,
    );
    expect(isCut([unknown('a.example', 'x'), unknown('a.example', 'x'), unknown('a.example', 'y')])).toBe(
      false,
    );
    expect(isCut([{ publisher: null }, { publisher: null }, { publisher: null }])).toBe(false);
  });

  it('is undone exactly, whatever the lines are, and keeps other cuts in their order', () => {
    const line = fc.constantFrom(
      own(1),
      more(2),
      'Our channel',
      'The Paper Daily',
      'Photo: Ann Lee',
      'Support our work, which is free for all readers.',
      'Write to desk@paper.example if you know more of it.',
      ' spaced  ',
      '',
    );
    const text = fc.array(line, { maxLength: 9 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(fc.array(text, { minLength: 3, maxLength: 7 }), (texts) => {
        const before = articlesOf(texts.map((one, i) => `${own(10 + i)}\n${one}`));
        const after = cutRepeated(before);
        expect(after.map(withoutRepeatedCuts)).toEqual(before);
        for (const { text: kept } of after) expect(kept).toBe(kept.trim());
      }),
      { numRuns: 500 },
    );
  });
});
