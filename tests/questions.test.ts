import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { type Answer, answerQuestion } from '../src/answer.js';
import { openIndex } from '../src/index/open.js';
import { createSearch } from '../src/search.js';
import { measureThreshold } from '../src/threshold.js';
import { loadModel } from './model.js';
import { ROOT } from './program.js';

/** A line of the questions' files: answered by an article's words, or not at all. */
interface Question {
  question: string;
  language?: string;
  file?: string;
  words?: string;
}

const readQuestions = async (name: string): Promise<Question[]> => {
  const content = await readFile(join(import.meta.dirname, 'fixtures', name), 'utf8');
  return content
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
};

let answers: { asked: Question; answer: Answer }[];
/** The texts of the articles, by their ids. */
let texts: Map<string, string>;

/** Asks every question of a file, of the real index and with the real model. */
beforeAll(async () => {
  const embedder = await loadModel();
  const index = await openIndex(inject('indexDir'), embedder);
  const library = {
    articles: index.articles,
    search: createSearch(index, embedder),
    threshold: index.threshold,
  };
  expect(await measureThreshold(library.search)).toBeCloseTo(index.threshold, 10);
  texts = new Map(index.articles.map(({ id, text }) => [id, text]));
  answers = [];
  for (const name of ['questions.jsonl', 'threshold.jsonl']) {
    for (const asked of await readQuestions(name)) {
      answers.push({ asked, answer: await answerQuestion(asked.question, library) });
    }
  }
});

const OTHERS = 40;
const isRight = ({ asked, answer }: (typeof answers)[number]): boolean =>
  answer.quotes.some(({ article, text }) => article.file === asked.file && text.includes(asked.words ?? ''));

describe('forty questions other than those that the threshold was chosen on', () => {
  it('are thirty that the articles answer, ten of them in another language than the article, and ten that they do not', () => {
    const asked = answers.slice(0, OTHERS).map((answer) => answer.asked);
    const answered = asked.filter(({ words }) => words);
    const german = '2025-02-18-rubio-diplomatische-missionen.txt';
    expect(asked).toHaveLength(40);
    expect(answered).toHaveLength(30);
    expect(
      answered.filter(({ file, language }) => (file === german ? language !== 'de' : language !== 'en'))
        .length,
    ).toBeGreaterThanOrEqual(10);
  });

  it('find the right sentence in the first three quotes for at least 26 of 30', () => {
    const answered = answers.slice(0, OTHERS).filter(({ asked }) => asked.words);
    expect(answered.filter((answer) => !isRight(answer)).map(({ asked }) => asked.question)).toEqual([
      'Which palace hosted the meeting?',
      'Wer vertrat die amerikanische Seite in Riad?',
    ]);
  });

  it('are all refused where the articles do not answer', () => {
    const others = answers.slice(0, OTHERS).filter(({ asked }) => !asked.words);
    expect(others.filter(({ answer }) => answer.answered).map(({ asked }) => asked.question)).toEqual([]);
  });
});

describe('the eighty questions that the threshold was chosen on', () => {
  it('refuse one wrongly and answer none wrongly', () => {
    const chosenOn = answers.slice(OTHERS);
    const wrong = chosenOn.filter(({ asked, answer }) => answer.answered !== Boolean(asked.words));
    expect(wrong.map(({ asked }) => asked.question)).toEqual(["Où s'est tenue la réunion ?"]);
  });
});

describe('every quote of every answer', () => {
  it('is a slice of its article that stands in the file, with its best sentence inside, and none overlap', async () => {
    for (const { answer } of answers) {
      const quotes = [...answer.quotes, ...(answer.nearest ?? [])];
      expect(quotes.length).toBeGreaterThan(0);
      expect(quotes.length).toBeLessThanOrEqual(3);
      for (const [i, { text, start, end, highlight, score, article }] of quotes.entries()) {
        expect(text).toBe(texts.get(article.id)?.slice(start, end));
        expect(await readFile(join(ROOT, 'seeds', article.file), 'utf8')).toContain(text);
        expect([highlight.start >= start, highlight.end <= end, highlight.end > highlight.start]).toEqual([
          true,
          true,
          true,
        ]);
        expect(score).toBeGreaterThan(0);
        expect(score).toBeLessThanOrEqual(1);
        const others = quotes.slice(0, i).filter((other) => other.article.id === article.id);
        expect(others.filter((other) => start < other.end && other.start < end)).toEqual([]);
      }
    }
  });

  it('comes with the best score first', () => {
    for (const { answer } of answers) {
      const scores = answer.quotes.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
    }
  });
});
