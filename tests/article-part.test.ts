import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article, Span } from '../src/article/article.js';
import { articleView, partAround, partAt } from '../src/article-part.js';
import { articleSentences } from '../src/article-sentences.js';
import { passagesOf } from '../src/passage.js';
import { makeArticle } from './make-article.js';

const cutOf = (article: Article) => ({
  text: article.text,
  sentences: articleSentences(passagesOf(article)),
});
/** Of 99 characters. */
const sentence = (i: number): string => `${`Sentence ${i} was l`.padEnd(96, 'o')}ng.`;
const textOf = (sentences: number): string =>
  Array.from({ length: sentences }, (_, i) => sentence(i)).join(' ');
const LONG = makeArticle({ text: textOf(50) });

describe('a part of an article', () => {
  it('is as many whole sentences as make 1,800 characters', () => {
    const cut = cutOf(LONG);
    expect(LONG.text).toHaveLength(4_999);
    expect(partAt(cut)).toEqual({ start: 0, end: 1_799 });
    expect(partAt(cut, 1_799)).toEqual({ start: 1_800, end: 3_599 });
    expect(partAt(cut, 3_599)).toEqual({ start: 3_600, end: 4_999 });
  });

  it('goes on within a sentence where the part before ended in it, and is the last one beyond the text', () => {
    const cut = cutOf(LONG);
    expect(partAt(cut, 1)).toEqual({ start: 1, end: 1_799 });
    expect(partAt(cut, 9_999)).toEqual({ start: 3_600, end: 4_999 });
    expect(partAt(cut, -9_999)).toEqual({ start: 3_600, end: 4_999 });
    expect(partAt(cut, -50)).toEqual({ start: 0, end: 1_799 });
  });

  it('ends where the one after it starts, and is the same as on the way from the beginning', () => {
    const cut = cutOf(LONG);
    expect(partAt(cut, -3_600)).toEqual({ start: 1_800, end: 3_599 });
    expect(partAt(cut, -1_800)).toEqual({ start: 0, end: 1_799 });
    // No part on that way ends here.
    expect(partAt(cut, -2_100)).toEqual({ start: 300, end: 2_099 });
    expect(partAt(cut, -700)).toEqual({ start: 0, end: 699 });
  });

  it('goes from the sentence that is marked to both sides, and where there is no more on one to the other', () => {
    const cut = cutOf(LONG);
    const around = (i: number): Span => partAround(cut, cut.sentences[i] ?? { start: -1, end: -1 });
    expect(around(25)).toEqual({ start: 1_600, end: 3_399 });
    expect(around(0)).toEqual({ start: 0, end: 1_799 });
    expect(around(49)).toEqual({ start: 3_200, end: 4_999 });
  });

  it('is all of a short article, with the white space around it', () => {
    const article = makeArticle({ text: '\n One came. Two came.\n' });
    expect(partAt(cutOf(article))).toEqual({ start: 0, end: 22 });
    expect(partAround(cutOf(article), { start: 2, end: 11 })).toEqual({ start: 0, end: 22 });
    expect(partAt(cutOf(makeArticle({ text: '' })))).toEqual({ start: 0, end: 0 });
  });

  it('is cut at words where a sentence is endless, and within none of its characters', () => {
    const endless = makeArticle({ text: 'and so on '.repeat(1_000).trim() });
    const first = partAt(cutOf(endless));
    expect(first.end).toBeLessThanOrEqual(1_800);
    expect(endless.text.charAt(first.end)).toBe(' ');
    const emoji = makeArticle({ text: '😀'.repeat(3_000) });
    const part = partAt(cutOf(emoji));
    expect(part.end).toBeLessThanOrEqual(1_800);
    expect(emoji.text.slice(0, part.end)).toMatch(/^(😀)+$/u);
  });

  it('tells where in it something was left out, and marks a sentence that lies in it', () => {
    const cuts = [0, 100, 100, 1_799, 1_800, 4_000].map((at) => ({ at, text: 'Menu', reason: 'a menu' }));
    const article = makeArticle({ text: LONG.text, cuts });
    const view = articleView(article, { start: 1_700, end: 3_499 }, { start: 1_800, end: 1_899 }, 'Why?');
    expect(view).toMatchObject({
      cuts: [99, 100],
      highlight: { start: 1_800, end: 1_899 },
      question: 'Why?',
    });
    expect(view.text).toBe(LONG.text.slice(1_700, 3_499));
    const elsewhere = articleView(article, { start: 0, end: 199 }, { start: 1_800, end: 1_899 });
    expect(elsewhere).toMatchObject({ cuts: [100], highlight: null, question: null });
  });
});

const words = fc.oneof(
  fc.constantFrom(
    'One came. ',
    'A heading\n',
    '😀. ',
    `${'and so on '.repeat(60)}. `,
    `${'x'.repeat(2_500)} `,
  ),
  fc.string(),
);

it('leads through every sentence of any article, forth and back', () => {
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 30 }), fc.nat(), (parts, marked) => {
      const article = makeArticle({ text: parts.join('') });
      const cut = cutOf(article);
      const { length } = article.text;
      const pages = [partAt(cut)];
      while ((pages.at(-1)?.end ?? length) < length) pages.push(partAt(cut, pages.at(-1)?.end));
      expect(pages[0]?.start).toBe(0);
      for (const { start, end } of cut.sentences) {
        expect(pages.filter((page) => page.start <= start && page.end >= end)).toHaveLength(1);
      }
      for (const [i, page] of pages.slice(1).entries()) expect(partAt(cut, -page.start)).toEqual(pages[i]);

      const sentence = cut.sentences[marked % (cut.sentences.length || 1)];
      if (!sentence) return;
      const around = partAround(cut, sentence);
      expect(around.start <= sentence.start && around.end >= sentence.end).toBe(true);
      if (around.end < length) {
        const later = partAt(cut, around.end);
        expect(article.text.slice(around.end, later.start).trim()).toBe('');
        expect(later.end).toBeGreaterThan(around.end);
        const back = partAt(cut, -later.start);
        expect(article.text.slice(back.end, later.start).trim()).toBe('');
      }
      if (around.start > 0) {
        const earlier = partAt(cut, -around.start);
        expect(article.text.slice(earlier.end, around.start).trim()).toBe('');
        expect(earlier.start).toBeLessThan(around.start);
      }
    }),
    { numRuns: 200 },
  );
});
