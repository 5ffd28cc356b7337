import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '../src/article/article.js';
import { figuresByLanguage, figuresOf, scoreAnswers } from '../src/eval/measure-answers.js';
import { readQuestions } from '../src/eval/questions.js';
import type { Hit } from '../src/search.js';
import { libraryOf } from './made-library.js';

let temporary: string;
let number = 0;

beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'talks-scorecard-'));
});
afterAll(() => rm(temporary, { recursive: true }));

async function scorecard(...lines: string[]): Promise<string> {
  const path = join(temporary, `${number++}.jsonl`);
  await writeFile(path, lines.join('\n'));
  return path;
}

describe('a scorecard', () => {
  it('is read as questions, each with the words of which a right quote holds one', async () => {
    const path = await scorecard(
      '{"question":"Who came?","language":"en","words":["Ann came","Ann kam"]}\r',
      '',
      '{"question":"Wer ging?","language":"de","words":"Ben ging"}',
      '{"question":"Who won?","answered":false}',
      '  ',
    );
    expect(await readQuestions(path)).toEqual([
      { question: 'Who came?', language: 'en', words: ['Ann came', 'Ann kam'] },
      { question: 'Wer ging?', language: 'de', words: ['Ben ging'] },
      { question: 'Who won?', language: null, words: [] },
    ]);
  });

  it.each([
    'nonsense',
    '"Who came?"',
    '{"words":"Ann"}',
    '{"question":"Who came?"}',
    '{"question":"Who came?","words":[]}',
    '{"question":"Who came?","words":""}',
    '{"question":"Who came?","words":["Ann",""]}',
    '{"question":"Who came?","answered":true}',
    '{"question":"Who came?","language":1,"words":"Ann"}',
  ])('with the line %s is told by its number', async (line) => {
    const path = await scorecard('{"question":"Who won?","answered":false}', '', line);
    await expect(readQuestions(path)).rejects.toThrow(
      `${path} should hold an object a line with a question and either words or "answered": false; line 3 does not.`,
    );
  });

  it('without a question, or that is no file, is told so', async () => {
    const empty = await scorecard('', ' ');
    await expect(readQuestions(empty)).rejects.toThrow(`${empty} holds no question.`);
    const missing = join(temporary, 'missing');
    await expect(readQuestions(missing)).rejects.toThrow(
      `Expected a file with questions, but ${missing} cannot be read (ENOENT).`,
    );
    await expect(readQuestions(temporary)).rejects.toThrow(`but ${temporary} cannot be read (EISDIR).`);
  });
});

/** What is found for each question, the best first: the text of an article each, and whether it is sure. */
const FOUND: Record<string, { texts: string[]; isSure: boolean }> = {
  'Who came?': { texts: ['Ann\n  came.', 'Ben came.'], isSure: true },
  'Who left?': { texts: ['Ann came.', 'Ben stayed.', 'Cid left.'], isSure: true },
  'Who slept?': { texts: ['Ann came.', 'Ben stayed.', 'Cid left.', 'Dan slept.'], isSure: true },
  'Who sang?': { texts: ['Eve sang.'], isSure: false },
  'Who won?': { texts: ['Eve sang.'], isSure: false },
  'Who lost?': { texts: ['Eve sang.'], isSure: true },
  'Wer kam?': { texts: ['Ann kam.'], isSure: true },
};
const ARTICLES = [...new Set(Object.values(FOUND).flatMap(({ texts }) => texts))].map(articleOf);

function articleOf(text: string, entry: number): Article {
  const facts = { title: null, publisher: null, authors: null, date: null, dateSource: null };
  const others = { dateReason: null, language: null, languageSource: null, url: null, note: null, cuts: [] };
  return { id: `${entry}`, file: `${entry}.txt`, entry, text, ...facts, ...others };
}

function hitOf(text: string, i: number, isSure: boolean): Hit {
  const article = ARTICLES.find((one) => one.text === text);
  if (!article) throw new Error('No such article');
  const sentence = { start: 0, end: text.length };
  const metadata = { article: article.id, heading: '', ...sentence, sentences: [sentence] };
  const score = isSure ? 0.9 - i / 100 : 0;
  return { position: i, passage: { pageContent: text, metadata }, article, sentence, score, rank: i + 1 };
}

const library = libraryOf([], {
  articles: ARTICLES,
  search: async (question) => {
    const { texts, isSure } = FOUND[question] ?? { texts: [], isSure: false };
    const facts = { unknown: 0, known: 1, weakest: 0, unmentioned: [], daysNotFound: [] };
    return { hits: texts.map((text, i) => hitOf(text, i, isSure)), question: facts };
  },
  log: { error: (message) => expect.unreachable(message) },
  baseline: { unshared: 0, shared: 0, deviation: 0.1 },
});

const QUESTIONS = [
  { question: 'Who came?', language: 'en', words: ['Ann came'] },
  { question: 'Who left?', language: 'en', words: ['Zoe left', 'Cid  left.'] },
  { question: 'Who slept?', language: 'en', words: ['Dan slept'] },
  { question: 'Who sang?', language: 'en', words: ['Eve sang'] },
  { question: 'Who won?', language: 'en', words: [] },
  { question: 'Who lost?', language: 'en', words: [] },
  { question: 'Wer kam?', language: 'de', words: ['Ann kam'] },
  { question: 'Who won?', language: null, words: [] },
];

describe('answers', () => {
  it('are right by the first quote that holds the words, however they are broken into lines', async () => {
    const told: number[] = [];
    const scored = await scoreAnswers(QUESTIONS, library, (done) => told.push(done));
    expect(scored.map(({ asked, right }) => [asked.question, right])).toEqual([
      ['Who came?', 0],
      ['Who left?', 2],
      ['Who slept?', -1],
      ['Who sang?', -1],
      ['Who won?', -1],
      ['Who lost?', -1],
      ['Wer kam?', 0],
      ['Who won?', -1],
    ]);
    expect(scored.map(({ answer }) => answer.quotes.length)).toEqual([2, 3, 3, 0, 0, 1, 1, 0]);
    expect(told).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('are summed up: of five with an answer two are right at once, three within three, one is refused', async () => {
    expect(figuresOf(await scoreAnswers(QUESTIONS, library))).toEqual({
      questions: 8,
      first: 0.4,
      firstThree: 0.6,
      // Of the three without an answer, two.
      refusedRightly: 0.6667,
      refusedWrongly: 0.2,
    });
  });

  it('are summed up by the language of the question', async () => {
    const figures = figuresByLanguage(await scoreAnswers(QUESTIONS, library));
    expect(Object.keys(figures)).toEqual(['de', 'en', 'unknown']);
    expect(figures).toEqual({
      de: { questions: 1, first: 1, firstThree: 1, refusedRightly: null, refusedWrongly: 0 },
      en: { questions: 6, first: 0.25, firstThree: 0.5, refusedRightly: 0.5, refusedWrongly: 0.25 },
      unknown: { questions: 1, first: null, firstThree: null, refusedRightly: 1, refusedWrongly: null },
    });
  });

  it('to no question have no shares', () => {
    const none = { first: null, firstThree: null, refusedRightly: null, refusedWrongly: null };
    expect(figuresOf([])).toEqual({ questions: 0, ...none });
    expect(figuresByLanguage([])).toEqual({});
  });
});
