import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Run, runProgram } from './program.js';

let temporary: string;
let dataset: string;

const DOCUMENTS = [
  ['panda', 'The zoo', 'A panda was born in the zoo on Monday. It weighs 150 grams.'],
  ['ships', 'The fleet', 'Ten ships left the harbour at dawn. They carry wheat.'],
  ['bridge', 'The bridge', 'The old bridge was closed because of rust. Repairs will take two years.'],
  ['choir', 'The choir', 'The choir sang in the town hall. Tickets cost nine euros.'],
  ['museum', 'The museum', 'The museum bought a painting of a lighthouse. It hangs in the first room.'],
  ['school', 'The school', 'The school has a new teacher of chemistry. She comes from Lisbon.'],
  ['bakery', 'The bakery', 'The bakery sells bread with walnuts. It opens at six in the morning.'],
].map(([_id, title, text]) => ({ _id, title, text }));

const [BREAD, PAINTING] = ['Which bread is made with walnuts?', 'What did the museum buy?'];
/** The first four are graded as they should be, the others as they should not. */
const QUESTIONS = [
  ['q1', 'Which animal was born in the zoo?', 'panda'],
  ['q2', 'How many ships left the harbour?', 'ships'],
  ['q3', 'Why was the bridge closed?', 'bridge'],
  ['q4', 'How much are tickets for the choir?', 'choir'],
  ['q5', BREAD, 'school'],
  ['q6', PAINTING, 'ships'],
];
const linesOf = (objects: object[]): string => objects.map((one) => `${JSON.stringify(one)}\n`).join('');

beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'talks-eval-'));
  dataset = join(temporary, 'small');
  await mkdir(join(dataset, 'qrels'), { recursive: true });
  await writeFile(join(dataset, 'corpus.jsonl'), linesOf(DOCUMENTS));
  const queries = [...QUESTIONS, ['q7', 'Which question has no grade?']].map(([_id, text]) => ({
    _id,
    text,
  }));
  await writeFile(join(dataset, 'queries.jsonl'), linesOf(queries));
  const grades = QUESTIONS.map(([id, , right]) => `${id}\t${right}\t1\n`);
  await writeFile(join(dataset, 'qrels', 'test.tsv'), `query-id\tcorpus-id\tscore\n${grades.join('')}`);
});
afterAll(() => rm(temporary, { recursive: true }));

const evaluate = (...words: string[]): Promise<Run> =>
  runProgram('eval', words, { env: { INDEX_DIR: join(temporary, 'index') } });

/** The one line that is printed, as an object; nothing else is, and nothing goes wrong. */
async function figuresOf(...words: string[]): Promise<Record<string, unknown>> {
  const { code, stdout, stderr } = await evaluate('--dataset', dataset, '--json', ...words);
  expect(stderr).toMatch(/^(Building the index: there is none yet\.\n)?$/);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^\{.*\}\n$/);
  return JSON.parse(stdout);
}
const NAMES = ['queries', 'ndcg10', 'mrr10', 'recall1', 'recall5', 'recall10'];
const TIMES = ['msP50', 'msP95'];
const miss = (query: string | undefined, found: string, right: string, rank: number) => {
  return { query, found, expected: DOCUMENTS.find(({ _id }) => _id === right)?.text, rank };
};
const MISSES = (first: number, second: number) => [
  miss(BREAD, 'The bakery sells bread with walnuts.', 'school', first),
  miss(PAINTING, 'The museum bought a painting of a lighthouse.', 'ships', second),
];

describe('a collection is measured', () => {
  it('by its figures, and nothing else is printed', async () => {
    const { msP50, msP95, ...figures } = await figuresOf();
    // Four of the six come first, one as number 3, one as number 7.
    expect(figures).toEqual({
      queries: 6,
      ndcg10: 0.8056,
      mrr10: 0.746,
      recall1: 0.6667,
      recall5: 0.8333,
      recall10: 1,
    });
    expect(msP50).toBeGreaterThan(0);
    expect(msP95).toBeGreaterThanOrEqual(Number(msP50));
  });

  it('with the first of what went wrong, where that is asked for', async () => {
    const { misses, ...figures } = await figuresOf('--misses', '2');
    expect(Object.keys(figures)).toEqual([...NAMES, ...TIMES]);
    expect(misses).toEqual(MISSES(7, 3));
    const { stdout } = await evaluate('--dataset', dataset, '--misses', '1');
    expect(stdout.replace(/^(msP\d\d +)\S+$/gm, '$1…')).toMatch(
      /^queries +6\nndcg10 +0\.8056\nmrr10 +0\.746\nrecall1 +0\.6667\nrecall5 +0\.8333\nrecall10 +1\nmsP50 +…\nmsP95 +…\n\n/,
    );
    expect(stdout.split('\n\n')[1]).toBe('1 of 2 misses:');
    expect(stdout.split('\n\n')[2]).toBe(
      '? Which bread is made with walnuts?\n' +
        '  first: The bakery sells bread with walnuts.\n' +
        '  right: The school has a new teacher of chemistry. She comes from Lisbon. (found as number 7)\n',
    );
  });

  it('with some of its articles left out, by how well that is noticed too', async () => {
    const held = await figuresOf('--holdout', '.5', '--misses', '9');
    expect(Object.keys(held)).toEqual([...NAMES, 'auroc', ...TIMES, 'misses']);
    // The bridge and the choir are left out: all six are asked, four have an answer, two of these come first.
    expect(held).toMatchObject({ queries: 6, mrr10: 0.675, recall1: 0.5, recall5: 1, auroc: 1 });
    expect(held['misses']).toEqual(MISSES(5, 2));
  });

  it('without parts of the search', async () => {
    const { misses, ...figures } = await figuresOf('--without', 'tokens,words,article', '--misses', '9');
    expect(misses).toEqual(MISSES(6, 3));
    expect(figures).toMatchObject({ ndcg10: 0.8094, mrr10: 0.75 });
  });

  it('as it is now, where the file of its documents has changed', async () => {
    const file = join(dataset, 'corpus.jsonl');
    const before = await readFile(file, 'utf8');
    await writeFile(
      file,
      linesOf([
        ...DOCUMENTS.slice(0, 6),
        { _id: 'last', title: null, text: 'This bread is made with walnuts.' },
      ]),
    );
    const { stdout, stderr } = await evaluate('--dataset', dataset, '--json', '--misses', '1');
    await writeFile(file, before);
    expect(stderr).toBe('Building the index: the articles have changed.\n');
    expect(JSON.parse(stdout)).toMatchObject({
      queries: 6,
      misses: [{ query: BREAD, found: 'This bread is made with walnuts.' }],
    });
  });
});

describe('shares to be left out', () => {
  it('that leave no article are told in a sentence', async () => {
    expect(await evaluate('--dataset', dataset, '--holdout', '.99999')).toEqual({
      code: 2,
      stdout: '',
      stderr: `--holdout 0.99999 leaves no article of ${dataset}.\n`,
    });
  });
});

describe('a scorecard is measured', () => {
  const right = {
    question: 'How many drones did Russia launch overnight?',
    language: 'en',
    words: '176 Drohnen',
  };
  const wrong = { ...right, words: ['177 Drohnen'] };
  const refused = { question: 'Who won the 2022 World Cup?', language: 'en', answered: false };
  const german = { question: 'Wie viele Drohnen startete Russland?', language: 'de', words: ['176 Drohnen'] };

  it('by its figures for each language', async () => {
    const file = join(temporary, 'scorecard.jsonl');
    await writeFile(file, linesOf([right, wrong, refused, german]));
    const env = { INDEX_DIR: inject('indexDir') };
    const { code, stdout, stderr } = await runProgram('eval', ['--questions', file, '--json'], { env });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^\{.*\}\n$/);
    const english = { first: 0.5, firstThree: 0.5, refusedRightly: 1, refusedWrongly: 0 };
    const all = { questions: 4, first: 0.6667, firstThree: 0.6667, refusedRightly: 1, refusedWrongly: 0 };
    const de = { questions: 1, first: 1, firstThree: 1, refusedRightly: null, refusedWrongly: 0 };
    expect(JSON.parse(stdout)).toEqual({ ...all, byLanguages: { de, en: { questions: 3, ...english } } });

    const shown = await runProgram('eval', ['--questions', file, '--misses', '5'], { env });
    const [table = '', counted, miss = '', more] = shown.stdout.split('\n\n');
    expect(counted).toBe('1 of 1 misses:');
    expect(table.split('\n').map((line) => line.split(/ +/))).toEqual([
      ['language', 'questions', 'first', 'firstThree', 'refusedRightly', 'refusedWrongly'],
      ['de', '1', '1', '1', '-', '0'],
      ['en', '3', '0.5', '0.5', '1', '0'],
      ['all', '4', '0.6667', '0.6667', '1', '0'],
    ]);
    expect(miss).toMatch(
      /^\? How many drones did Russia launch overnight\?\n {2}expected: 177 Drohnen\n {2}answered, no quote is right\n {2}first: [01]\.\d\d /,
    );
    expect(more).toBeUndefined();
  });
});
