import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cut } from '../src/article/article.js';
import { readArticles } from '../src/article/read-articles.js';
import { passagesOf, withHeading } from '../src/passage.js';
import { makeArticle } from './make-article.js';
import { ROOT } from './program.js';

const ARTICLE = makeArticle();

/** A sentence of so many words that names itself. */
const sentence = (name: string, words: number): string => `${name}${' so'.repeat(words - 1)}.`;
const cutsAt = (offsets: number[]): Cut[] =>
  offsets.map((at) => ({ at, text: 'Advertisement', reason: 'a caption' }));
const contents = (text: string, cuts: number[] = []): string[] =>
  passagesOf({ ...ARTICLE, text, cuts: cutsAt(cuts) }, { words: 10, overlap: 4 }).map(
    ({ pageContent }) => pageContent,
  );

describe('passagesOf', () => {
  it('takes as many whole sentences as fit, and opens with the end of the passage before', () => {
    const [a, b, c, d] = [sentence('A', 4), sentence('B', 4), sentence('C', 5), sentence('D', 5)];
    expect(contents([a, b, c, d].join(' '))).toEqual([`${a} ${b}`, `${b} ${c}`, d]);
  });

  it('makes a longer sentence a passage of its own', () => {
    const [a, b, c] = [sentence('A', 3), sentence('B', 14), sentence('C', 3)];
    expect(contents([a, b, c].join(' '))).toEqual([a, b, c]);
  });

  it('leaves a heading to what follows it', () => {
    const [a, b] = [sentence('A', 6), sentence('B', 6)];
    expect(contents(`${a}\nA heading\n${b}`)).toEqual([a, `A heading\n${b}`]);
  });

  it('puts the title over each passage for the model, and over none where there is no title', () => {
    const text = [sentence('A', 6), sentence('B', 6)].join(' ');
    const given = (title: string | null) =>
      passagesOf({ ...ARTICLE, title, text }, { words: 10, overlap: 4 }).map((passage) => {
        const { text: whole, start } = withHeading(passage);
        return [whole.slice(0, start), whole.slice(start) === passage.pageContent];
      });
    expect(given('The talks')).toEqual([
      ['The talks\n', true],
      ['The talks\n', true],
    ]);
    expect(given(null)).toEqual([
      ['', true],
      ['', true],
    ]);
  });

  it('crosses no cut', () => {
    const [a, b] = [`${sentence('A', 3)}\n`, sentence('B', 3)];
    expect(contents(a + b)).toEqual([a + b]);
    expect(contents(a + b, [a.length])).toEqual([a.trim(), b]);
  });

  it('are slices that hold every sentence, each with its sentences inside, whatever the article', () => {
    const part = fc.oneof(
      fc.constantFrom('One two three. ', 'A heading\n', 'Feb. 27 came. ', '“So. And so,” he said.\n\n'),
      fc.string(),
    );
    fc.assert(
      fc.property(
        fc.array(part),
        fc.integer({ min: 1, max: 30 }),
        fc.nat(30),
        fc.array(fc.nat()),
        (parts, words, overlap, at) => {
          const text = parts.join('');
          const cuts = [...new Set(at.map((cut) => cut % (text.length + 1)))].sort((a, b) => a - b);
          const passages = passagesOf({ ...ARTICLE, text, cuts: cutsAt(cuts) }, { words, overlap });
          let covered = 0;
          let last = -1;
          for (const { pageContent, metadata } of passages) {
            expect(pageContent).toBe(text.slice(metadata.start, metadata.end));
            expect(metadata.sentences.map(({ start }) => start)).toEqual(
              metadata.sentences.map(({ start }) => start).sort((a, b) => a - b),
            );
            expect([metadata.sentences[0]?.start, metadata.sentences.at(-1)?.end]).toEqual([
              metadata.start,
              metadata.end,
            ]);
            expect(cuts.filter((cut) => cut > metadata.start && cut < metadata.end)).toEqual([]);
            expect(metadata.start).toBeGreaterThan(last);
            if (metadata.start > covered) expect(text.slice(covered, metadata.start).trim()).toBe('');
            last = metadata.start;
            covered = metadata.end;
          }
          expect(text.slice(covered).trim()).toBe('');
        },
      ),
    );
  });

  it('cuts the four articles into whole sentences of at most 80 words, and most overlap', async () => {
    const { articles } = await readArticles(join(ROOT, 'seeds'));
    const passages = articles.flatMap((article) => passagesOf(article));
    expect(passages).toHaveLength(68);
    const words = passages.map(({ pageContent }) => pageContent.split(/\s+/).length);
    expect(Math.max(...words)).toBeLessThanOrEqual(80);
    const overlapping = passages.filter(
      ({ metadata }, i) => i > 0 && metadata.start < (passages[i - 1]?.metadata.end ?? 0),
    );
    expect(overlapping.length).toBeGreaterThan(passages.length / 2);
    const texts = passages.map(({ pageContent }) => pageContent);
    expect(
      texts.find((text) => text.includes('schwer zu sagen') && text.includes('Nach der Invasion')),
    ).toBeUndefined();
  });
});
