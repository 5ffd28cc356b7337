import { describe, expect, it } from 'vitest';
import { answerQuestion, answerToJson } from '../src/answer.js';
import { factsOf } from '../src/article/article.js';
import { A, B, hit, libraryOf } from './made-library.js';

describe('an answer', () => {
  it('is printed with the facts of its articles, and without their texts', async () => {
    const library = libraryOf([hit(A, 0, 0, 0.76), hit(B, 0, 0, 0.76)], { isSameStatement: () => true });
    const answer = { ...(await answerQuestion('Why?', library)), ms: 1.5 };
    expect(answerToJson(answer)).toEqual({
      question: 'Why?',
      answered: true,
      reason: null,
      quotes: [
        {
          text: 's0.',
          start: 0,
          end: 3,
          highlight: { start: 0, end: 3 },
          score: 0.3543,
          article: factsOf(A),
          alsoIn: [factsOf(B)],
        },
      ],
      ms: 1.5,
    });
    expect(JSON.stringify(answerToJson(answer))).not.toContain('s1.');
  });
});
