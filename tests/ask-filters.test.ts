import { describe, expect, inject, it } from 'vitest';
import { type Run, runProgram } from './program.js';

const QUESTION = 'What did Lavrov say about the talks?';
const ask = (words: string[], input = ''): Promise<Run> =>
  runProgram('ask', words, { env: { INDEX_DIR: inject('indexDir') }, input });

/** The files of the articles that are quoted, or named as the nearest. */
async function filesFor(...filters: string[]): Promise<string[]> {
  const { code, stdout, stderr } = await ask(['--json', ...filters, QUESTION]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const { quotes, nearest = [] } = JSON.parse(stdout);
  const files = [...quotes, ...nearest].map(({ article }: { article: { file: string } }) => article.file);
  return [...new Set(files)].sort();
}
const [AP, GERMAN, RIYADH, KYIV] = [
  '2025-02-17-ap-talks-ahead.txt',
  '2025-02-18-rubio-diplomatische-missionen.txt',
  '2025-02-19-riyadh.txt',
  '2025-02-26-kyiv-independent-ukraine-not-on-agenda.txt',
];

describe('npm run ask', () => {
  it.each([
    [['--after', '2025-02-20'], KYIV],
    [['--before', '2025-02-17'], AP],
    [['--publisher', 'kyiv'], KYIV],
    [['--language', 'de'], GERMAN],
    [['--articles', RIYADH], RIYADH],
    [['--after', '2025-02-18', '--before', '2025-02-25', '--language', 'en'], RIYADH],
  ])('with %j quotes that article only', async (filters, file) => {
    expect(await filesFor(...filters)).toEqual([file]);
  });

  it('quotes several articles where several are named', async () => {
    const files = await filesFor('--articles', `${RIYADH}, ${KYIV}`);
    expect(files).not.toEqual([]);
    expect([RIYADH, KYIV]).toEqual(expect.arrayContaining(files));
  });

  it('keeps to the filters for each line of its input', async () => {
    const { stdout } = await ask(
      ['--json', '--publisher', 'Kyiv'],
      `${QUESTION}\nWho won the 2022 World Cup?\n`,
    );
    const found = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
      .flatMap(({ quotes, nearest = [] }) => [...quotes, ...nearest]);
    expect([...new Set(found.map(({ article }) => article.publisher))]).toEqual(['The Kyiv Independent']);
  });

  it.each([
    [['--after', 'yesterday'], 'A day is written like 2025-02-26; "yesterday" is not a day.'],
    [['--before', '2025-02-30'], 'A day is written like 2025-02-26; "2025-02-30" is not a day.'],
    [
      ['--publisher', 'Nobody'],
      'No article is from "Nobody". Choose from Associated Press, The Kyiv Independent.',
    ],
    [['--language', 'fr'], 'No article is in the language "fr". Choose from en, de.'],
    [
      ['--articles', 'b.txt'],
      `There is no article "b.txt". Choose from ${[AP, GERMAN, RIYADH, KYIV].join(', ')}.`,
    ],
    [
      ['--publisher', 'kyiv', '--before', '2025-02-17'],
      'No article is left by these filters together. Leave one out, or ask for other days.',
    ],
  ])('with %j, which leaves nothing to search, says so', async (filters, stderr) => {
    const told = { code: 2, stdout: '', stderr: `${stderr}\n` };
    expect(await ask([...filters, QUESTION])).toEqual(told);
    expect(await ask([...filters, '--json'], QUESTION)).toEqual(told);
  });
});
