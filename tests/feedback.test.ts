import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { voteOf } from '../src/discord/vote.js';
import { addVote, FEEDBACK_FILE, readVotes, type Vote, voterOf } from '../src/feedback.js';
import { readManifest } from '../src/index/manifest.js';
import { judgedAnswers } from '../src/judged-answers.js';
import { placeOf } from '../src/sources/place-of.js';
import { runProgram } from './program.js';

const VOTE: Vote = {
  time: '2025-02-26T14:03:07.123Z',
  verdict: 'up',
  question: 'Who led the delegation?',
  passages: ['61f05640390d:275'],
  voter: '0123abcd',
};
/** How each message of a bot begins: the question, in bold. */
const textOf = (content: string): object => ({ type: 10, content });
const rowOf = (...ids: string[]): object => ({
  type: 1,
  components: ids.map((custom_id) => ({ type: 2, style: 2, label: 'x', custom_id })),
});

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talks-feedback-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const written = (text: string): Promise<void> => writeFile(join(folder, FEEDBACK_FILE), text);
const lineOf = (vote: Partial<Vote>): string => `${JSON.stringify({ ...VOTE, ...vote })}\n`;

describe('votes', () => {
  it('are kept, one a line, in a folder that is made for them', async () => {
    const data = join(folder, 'deep', 'data');
    const hard = 'Quotes " and\nline\u2028feeds \u0000 and 🙂?';
    await addVote(data, VOTE);
    await addVote(data, { ...VOTE, verdict: 'down', question: hard, passages: [] });
    const lines = (await readFile(join(data, FEEDBACK_FILE), 'utf8')).split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toBe(
      '{"time":"2025-02-26T14:03:07.123Z","verdict":"up","question":"Who led the delegation?",' +
        '"passages":["61f05640390d:275"],"voter":"0123abcd"}',
    );
    expect(await readVotes(data)).toEqual({
      votes: [VOTE, { ...VOTE, verdict: 'down', question: hard, passages: [] }],
      damaged: 0,
    });
  });

  it('are all kept when many come at once', async () => {
    const questions = Array.from({ length: 200 }, (_, i) => `${i} ${'?'.repeat(300)}`);
    await Promise.all(questions.map((question) => addVote(folder, { ...VOTE, question })));
    const read = await readVotes(folder);
    expect(read?.damaged).toBe(0);
    expect(read?.votes.map(({ question }) => question).sort()).toEqual(questions.sort());
  });

  it('are not lost with a line that was cut off before them', async () => {
    await written(`${lineOf({})}{"time":"2025-02-26T14:0`);
    await addVote(folder, { ...VOTE, voter: '00000001' });
    await addVote(folder, { ...VOTE, voter: '00000002' });
    const read = await readVotes(folder);
    expect(read?.damaged).toBe(1);
    expect(read?.votes.map(({ voter }) => voter)).toEqual(['0123abcd', '00000001', '00000002']);
  });

  it('cannot be kept where a file stands in the way, which is an error', async () => {
    await writeFile(join(folder, 'data'), '');
    await expect(addVote(join(folder, 'data'), VOTE)).rejects.toThrow();
    await mkdir(join(folder, 'other', FEEDBACK_FILE), { recursive: true });
    await expect(addVote(join(folder, 'other'), VOTE)).rejects.toThrow('EISDIR');
  });

  it('tell who voted on one answer, and not who votes on several', () => {
    expect(voterOf('1', '23')).toMatch(/^[0-9a-f]{8}$/);
    expect(voterOf('1', '23')).toBe(voterOf('1', '23'));
    expect(
      new Set([voterOf('1', '23'), voterOf('2', '23'), voterOf('1', '24'), voterOf('12', '3')]).size,
    ).toBe(4);
  });

  it('say what the message that was voted on is about and quotes, in its order', () => {
    const components = [
      {
        type: 17,
        components: [
          textOf('**Who led the delegation?**\nprobably'),
          textOf('> **Lavrov** led it.'),
          rowOf('+context?r=61f05640390d&s=275&h=Zx81_kQ0', '+context?r=aa&s=0&h=Zx81_kQ0'),
          rowOf(
            'ask?n=2',
            '!ask?n=1',
            'up',
            'down',
            '+passages?r=bb&s=3',
            '+context?r=61f05640390d&s=275&h=A',
          ),
        ],
      },
    ];
    const time = new Date('2025-02-26T14:03:07.123Z');
    expect(voteOf('up', { id: '7', components }, '8', time)).toEqual({
      ...VOTE,
      passages: ['61f05640390d:275', 'aa:0'],
      voter: voterOf('7', '8'),
    });
    expect(voteOf('down', { id: '7', components: [textOf('**Who?**')] }, '8', time)).toMatchObject({
      verdict: 'down',
      question: 'Who?',
      passages: [],
    });
    expect(() => voteOf('up', { id: '7', components: [textOf('Who?')] }, '8', time)).toThrow('no question');
  });
});

describe('judgedAnswers', () => {
  it('counts the last vote of each person on each answer, those judged last first', () => {
    const votes: Vote[] = [
      { ...VOTE, voter: 'a' },
      { ...VOTE, voter: 'b' },
      { ...VOTE, voter: 'b', verdict: 'down', time: '2025-02-27T00:00:00.000Z' },
      { ...VOTE, voter: 'c', passages: [], time: '2025-03-01T00:00:00.000Z' },
      { ...VOTE, voter: 'a', question: 'Who else?', verdict: 'down', time: '2025-02-28T00:00:00.000Z' },
    ];
    expect(judgedAnswers(votes)).toEqual([
      { question: VOTE.question, passages: [], up: 1, down: 0, last: '2025-03-01T00:00:00.000Z' },
      { question: 'Who else?', passages: VOTE.passages, up: 0, down: 1, last: '2025-02-28T00:00:00.000Z' },
      { question: VOTE.question, passages: VOTE.passages, up: 1, down: 1, last: '2025-02-27T00:00:00.000Z' },
    ]);
    expect(judgedAnswers([])).toEqual([]);
  });
});

describe('npm run feedback', () => {
  const feedback = (...words: string[]) =>
    runProgram('feedback', words, { env: { DATA_DIR: folder, INDEX_DIR: inject('indexDir') } });

  it('prints a table: what was asked, the votes, when, and what was quoted by the names of the files', async () => {
    const manifest = await readManifest(inject('indexDir'));
    const article = manifest?.articles[0] ?? { id: '', file: '', entry: 0 };
    const passages = [`${article.id}:275`, 'gone00000000:12'];
    await written(
      lineOf({ passages }) +
        lineOf({ passages, verdict: 'down', voter: '00000001' }) +
        lineOf({ question: 'Кто?\n\u001B[31m', passages: [], time: '2025-03-01T09:00:00Z' }),
    );
    const { code, stdout, stderr } = await feedback();
    expect([code, stderr]).toEqual([0, '']);
    const places = `${placeOf(article)}:275, gone00000000:12`;
    expect(stdout.split('\n').map((line) => line.replace(/ {2,}/g, ' | '))).toEqual([
      'Question | 👍 | 👎 | Last (UTC) | Passages',
      'Кто? \uFFFD[31m | 1 | 0 | 2025-03-01 09:00',
      `Who led the delegation? | 1 | 1 | 2025-02-26 14:03 | ${places}`,
      '',
    ]);
  });

  it('prints an array for other programs', async () => {
    const manifest = await readManifest(inject('indexDir'));
    const { id = '', file = '' } = manifest?.articles[0] ?? {};
    await written(lineOf({ passages: [`${id}:275`, 'gone:12'] }));
    const { stdout } = await feedback('--json');
    expect(JSON.parse(stdout)).toEqual([
      {
        question: VOTE.question,
        up: 1,
        down: 0,
        last: VOTE.time,
        passages: [
          { article: id, file, start: 275 },
          { article: 'gone', file: null, start: 12 },
        ],
      },
    ]);
  });

  it('leaves out lines that are no votes, and counts them', async () => {
    const wrong = [
      { verdict: 'sideways' },
      { voter: 'x' },
      { passages: ['61f05640390d'] },
      { time: 'today' },
    ];
    const damaged = wrong.map((facts) => lineOf(facts as Partial<Vote>)).join('');
    await written(`${damaged}\n[1, 2]\nnull\n${lineOf({})}{"time":`);
    const { code, stdout, stderr } = await feedback();
    expect(code).toBe(0);
    expect(stderr).toBe(`7 lines that are no votes were left out: ${join(folder, FEEDBACK_FILE)}\n`);
    expect(stdout.trim().split('\n')).toHaveLength(2);
    await written('{}\n');
    expect(await feedback()).toMatchObject({
      code: 0,
      stdout: `Nobody has voted on an answer yet: there is no vote in ${join(folder, FEEDBACK_FILE)}.\n`,
      stderr: `1 line that is no vote was left out: ${join(folder, FEEDBACK_FILE)}\n`,
    });
  });

  it('says so where nobody has voted yet, and where the votes cannot be read', async () => {
    const file = join(folder, FEEDBACK_FILE);
    expect(await feedback()).toMatchObject({
      code: 0,
      stdout: `Nobody has voted on an answer yet: there is no ${file}.\n`,
    });
    expect((await feedback('--json')).stdout).toBe('[]\n');
    await mkdir(file);
    expect(await feedback()).toEqual({
      code: 1,
      stdout: '',
      stderr: `${file} should be a file of votes, but it cannot be read (EISDIR).\n`,
    });
  });

  it('shows the votes without the names of files where the index cannot be read', async () => {
    await written(lineOf({}));
    await writeFile(join(folder, 'manifest.json'), 'no manifest');
    const env = { DATA_DIR: folder, INDEX_DIR: folder };
    const { code, stdout, stderr } = await runProgram('feedback', [], { env });
    expect([code, stdout.includes('61f05640390d:275')]).toEqual([0, true]);
    expect(stderr).toMatch(/manifest\.json was changed or cut off/);
  });

  it('explains itself, and says what is wrong with how it is called', async () => {
    const { code, stdout } = await feedback('--help');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Usage: npm run feedback -- \[options\]\n/);
    expect(await feedback('--csv')).toMatchObject({ code: 2, stdout: '' });
  });
});
