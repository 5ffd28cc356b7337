import fc from 'fast-check';
import { expect, it } from 'vitest';
import { answerQuestion } from '../src/answer.js';
import type { Article } from '../src/article/article.js';
import { articleSentences } from '../src/article-sentences.js';
import { createCopies } from '../src/copies/copies.js';
import type { UnmentionedName } from '../src/names.js';
import { passagesOf } from '../src/passage.js';
import type { Hit } from '../src/search.js';
import { libraryOf } from './made-library.js';
import { makeArticle } from './make-article.js';

const words = fc.oneof(
  fc.constantFrom(
    'They met on Feb. 27. ',
    '“We listened. We heard,” he said. ',
    '„Ja. Nein“, ',
    'A heading\n',
    '«So ',
    'He left” ',
    `${'and so on '.repeat(30)}. `,
    '😀. ',
  ),
  fc.string(),
);
const text = fc.array(words, { minLength: 1, maxLength: 20 }).map((parts) => parts.join(''));
const facts = fc.record({
  language: fc.constantFrom('en', 'de', null),
  publisher: fc.constantFrom('Paper', null),
  date: fc.constantFrom('2025-02-18', null),
});
const articles = fc
  .array(fc.tuple(text, facts), { minLength: 1, maxLength: 4 })
  .map((all) => all.map(([text, facts], i) => makeArticle({ id: `${i}`, file: `${i}.txt`, ...facts, text })));

/** Every sentence of every passage, as a search may find it. */
function allHits(articles: Article[]): Hit[] {
  return articles.flatMap((article) =>
    passagesOf(article, { words: 40, overlap: 20 }).flatMap((passage, position) =>
      passage.metadata.sentences.map((sentence) => ({
        position,
        passage,
        article,
        sentence,
        score: 0,
        rank: 0,
      })),
    ),
  );
}

it('quotes at most three slices of articles, apart, each with its mark inside, whatever is asked and found', async () => {
  let answered = 0;
  await fc.assert(
    fc.asyncProperty(
      articles,
      fc.array(fc.tuple(fc.nat(), fc.constantFrom(0, 0.3, 0.55, 0.6, 0.7, 0.8, 1)), { maxLength: 24 }),
      fc.oneof(
        fc.constantFrom('Who left?', 'hello', '??'),
        fc.string({ minLength: 2, maxLength: 100 }).filter((text) => text.trim().length > 1),
      ),
      fc.record({
        unknown: fc.constantFrom(0, 0.5),
        known: fc.constantFrom(0, 1),
        weakest: fc.constantFrom(0, 0.5),
        unmentioned: fc.constantFrom<UnmentionedName[][]>([], [{ name: 'Merkel', clearness: 0.1 }]),
        daysNotFound: fc.constantFrom<string[][]>([], ['--03-03']),
      }),
      fc.boolean(),
      fc.boolean(),
      async (articles, chosen, asked, question, isSame, areCopies) => {
        const all = allHits(articles);
        const hits = (all.length === 0 ? [] : chosen)
          .map(([i, score]) => ({ ...(all[i % all.length] as Hit), score }))
          .sort((one, other) => other.score - one.score)
          .map((hit, i) => ({ ...hit, rank: i + 1 }));
        const logged: unknown[] = [];
        const library = libraryOf([], {
          articles,
          search: async () => ({ hits, question }),
          log: { error: (...words: unknown[]) => void logged.push(words) },
          copies: createCopies(
            articles,
            areCopies
              ? articles.slice(1).map(({ id }) => ({ one: '0', other: id, contained: 1, resemblance: 1 }))
              : [],
            ({ id }) =>
              articleSentences(
                all.flatMap(({ passage }) => (passage.metadata.article === id ? [passage] : [])),
              ),
          ),
          isSameStatement: (one, other) => isSame && one.article !== other.article,
          baseline: { unshared: 0.4, shared: 0, deviation: 0.05 },
        });
        const answer = await answerQuestion(asked, library);

        expect(logged).toEqual([]);
        expect(answer.answered).toBe(answer.quotes.length > 0);
        expect(answer.reason === null).toBe(answer.answered);
        if (answer.answered) answered++;
        for (const quotes of [answer.quotes, answer.nearest ?? []]) {
          expect(quotes.length).toBeLessThanOrEqual(3);
          for (const [i, { start, end, text, highlight, article, alsoIn }] of quotes.entries()) {
            expect(text).toBe(articles.find(({ id }) => id === article.id)?.text.slice(start, end));
            expect(text.trim()).not.toBe('');
            expect(start <= highlight.start && highlight.start < highlight.end && highlight.end <= end).toBe(
              true,
            );
            const others = quotes.slice(i + 1).filter((other) => other.article.id === article.id);
            expect(others.filter((other) => start < other.end && other.start < end)).toEqual([]);
            const ids = [article, ...alsoIn].map(({ id }) => id);
            expect(new Set(ids).size).toBe(ids.length);
          }
        }
        const scores = answer.quotes.map(({ score }) => score);
        expect(scores).toEqual([...scores].sort((one, other) => other - one));
        const nearest = (answer.nearest ?? []).map(({ article }) => article.id);
        expect(new Set(nearest).size).toBe(nearest.length);
      },
    ),
    { numRuns: 200 },
  );
  expect(answered).toBeGreaterThan(20);
});
