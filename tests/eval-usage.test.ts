import { describe, expect, it } from 'vitest';
import { runProgram } from './program.js';

describe('wrong usage of npm run eval', () => {
  const EITHER = 'Expected either --dataset or --questions. Try: npm run eval -- --help';
  const help = 'Try: npm run eval -- --help';
  const share = (text: string) =>
    `option '--holdout <share>' argument '${text}' is invalid. Expected a number between 0 and 1. ${help}`;
  const parts = (text: string) =>
    `option '--without <parts>' argument '${text}' is invalid. Expected some of article,words,tokens. ${help}`;

  it.each([
    [[], EITHER],
    [['--json'], EITHER],
    [['--dataset', 'a', '--questions', 'b'], EITHER],
    [['--dataset', 'a', '--holdout', '0'], share('0')],
    [['--dataset', 'a', '--holdout', '1'], share('1')],
    [['--dataset', 'a', '--holdout', '-.5'], share('-.5')],
    [['--dataset', 'a', '--holdout', 'half'], share('half')],
    [['--dataset', 'a', '--without', 'tokens,wrods'], parts('tokens,wrods')],
    [['--dataset', 'a', '--without', ''], parts('')],
    [
      ['--dataset', 'a', '--misses', 'all'],
      `option '--misses <number>' argument 'all' is invalid. Expected a whole number. ${help}`,
    ],
    [
      ['--dataset', 'nowhere'],
      'Expected a folder in the BEIR layout (corpus.jsonl, queries.jsonl, qrels/test.tsv), but nowhere/corpus.jsonl cannot be read (ENOENT).',
    ],
    [['--questions', 'nowhere'], 'Expected a file with questions, but nowhere cannot be read (ENOENT).'],
    [['--questions', 'a', '--holdout', '.5'], '--holdout goes with --dataset only.'],
  ])('%j is told in a sentence', async (words, stderr) => {
    expect(await runProgram('eval', words)).toEqual({ code: 2, stdout: '', stderr: `${stderr}\n` });
  });
});
