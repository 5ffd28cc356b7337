import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../src/article/article.js';
import { quoteAround } from '../src/quote-span.js';

/** Sentences as a text, with their spans. */
function passageOf(sentences: string[]): { text: string; spans: Span[] } {
  const spans: Span[] = [];
  let text = '';
  for (const sentence of sentences) {
    if (text !== '') text += ' ';
    spans.push({ start: text.length, end: text.length + sentence.length });
    text += sentence;
  }
  return { text, spans };
}

/** The numbers of the sentences that are quoted around one. */
function quoted(sentences: string[], best: number): number[] {
  const { text, spans } = passageOf(sentences);
  const { start, end } = quoteAround(text, spans, spans[best] as Span);
  return spans.flatMap((span, i) => (span.start >= start && span.end <= end ? [i] : []));
}

/** A sentence of so many characters. */
const sentence = (length: number): string => `${'x'.repeat(length - 1)}.`;

describe('quoteAround', () => {
  it('leaves a sentence alone that is readable', () => {
    expect(quoted([sentence(50), sentence(320), sentence(50)], 1)).toEqual([1]);
  });

  it('grows to the sentence before first, then to the one after, until it is readable', () => {
    expect(quoted([sentence(100), sentence(219), sentence(100)], 1)).toEqual([0, 1]);
    expect(quoted([sentence(100), sentence(218), sentence(100)], 1)).toEqual([0, 1, 2]);
    expect(quoted([sentence(110), sentence(110), sentence(110), sentence(110)], 3)).toEqual([1, 2, 3]);
    expect(quoted([sentence(110), sentence(110), sentence(110), sentence(110)], 0)).toEqual([0, 1, 2]);
  });

  it('takes the sentence after where the one before makes it too long, and none where both do', () => {
    expect(quoted([sentence(420), sentence(100), sentence(100)], 1)).toEqual([1, 2]);
    expect(quoted([sentence(419), sentence(100), sentence(100)], 1)).toEqual([0, 1]);
    expect(quoted([sentence(420), sentence(100), sentence(420)], 1)).toEqual([1]);
  });

  it('is all of a passage that is short', () => {
    expect(quoted(['One.', 'Two.', 'Three.'], 1)).toEqual([0, 1, 2]);
  });

  const opened = (open: string, close: string): string[] => [
    sentence(300),
    `${open}${sentence(300)}`,
    sentence(300),
    `${sentence(300)}${close}`,
    sentence(300),
  ];

  it.each([
    ['“', '”'],
    ['„', '“'],
    ['„', '”'],
    ['«', '»'],
    ['"', '"'],
  ])('takes a quotation between %s and %s whole that opens in the sentence, however long', (open, close) => {
    const sentences = opened(open, close);
    expect(quoted(sentences, 1)).toEqual([1, 2, 3]);
    expect(quoted(sentences, 0)).toEqual([0]);
    expect(quoted(sentences, 4)).toEqual([4]);
  });

  it.each([
    ['“', '”'],
    ['„', '”'],
    ['«', '»'],
  ])('takes a quotation between %s and %s whole that closes in the sentence', (open, close) => {
    expect(quoted(opened(open, close), 3)).toEqual([1, 2, 3]);
  });

  it('grows by a whole quotation or not at all', () => {
    const said = [`“${sentence(150)}`, `${sentence(100)}”`];
    expect(quoted([...said, sentence(200)], 2)).toEqual([0, 1, 2]);
    expect(quoted([...said, sentence(270), sentence(100)], 2)).toEqual([2, 3]);
  });

  it('leaves a sentence as it was where the passage has only one end of the quotation', () => {
    expect(quoted([sentence(300), `${sentence(300)}”`, sentence(300)], 1)).toEqual([1]);
    expect(quoted([sentence(300), `“${sentence(300)}`, sentence(300)], 1)).toEqual([1]);
  });

  it('is the sentence itself where it is none of the passage', () => {
    expect(quoteAround('One. Two.', [{ start: 0, end: 4 }], { start: 5, end: 9 })).toEqual({
      start: 5,
      end: 9,
    });
  });

  const word = fc.constantFrom('so', '“', '”', '„', '«', '»', '"', 'x'.repeat(90));
  const anySentence = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => `${words.join('')}.`);

  it('is a run of whole sentences of the passage with the best one in it, for any quotation marks', () => {
    fc.assert(
      fc.property(fc.array(anySentence, { minLength: 1, maxLength: 8 }), fc.nat(), (sentences, at) => {
        const { text, spans } = passageOf(sentences);
        const best = spans[at % spans.length] as Span;
        const { start, end } = quoteAround(text, spans, best);
        expect(spans.map((span) => span.start)).toContain(start);
        expect(spans.map((span) => span.end)).toContain(end);
        expect(start).toBeLessThanOrEqual(best.start);
        expect(end).toBeGreaterThanOrEqual(best.end);
        expect(end - start).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('is no longer than 520 characters where nothing is quoted and the sentence is not', () => {
    const plain = fc.array(fc.integer({ min: 1, max: 600 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(plain, fc.nat(), (lengths, at) => {
        const { text, spans } = passageOf(lengths.map(sentence));
        const best = spans[at % spans.length] as Span;
        const { start, end } = quoteAround(text, spans, best);
        expect(end - start).toBeLessThanOrEqual(Math.max(520, best.end - best.start));
      }),
    );
  });
});
