import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { ROOT, type Run, run, runProgram } from './program.js';

const ask = (words: string[], input = ''): Promise<Run> =>
  runProgram('ask', words, { env: { INDEX_DIR: inject('indexDir') }, input });

const GERMAN_QUOTE =
  '1. > Die ukrainische Luftwaffe sagte, russische Truppen hätten über Nacht in der Ukraine einen Flut von 176 Drohnen ' +
  'ins Leben gerufen, von denen die meisten durch Jamming zerstört oder behindert wurden.\n' +
  '     Eine russische Drohne traf ein Wohngebäude in Dolynska in der Region Kirovohrad, verwundete eine Mutter und ihre ' +
  'beiden Kinder und veranlasste eine Evakuierung von 38 Wohnungen, berichtete die Regionalverwaltung.\n';
const GERMAN_SOURCE =
  '     — publisher unknown · “Außenminister der Vereinigten Staaten Marco Rubio Sagt, dass Beamte…” · 2025-02-18 (inferred)\n' +
  '     Note: a machine translation\n';

describe('npm run ask', () => {
  it('quotes the sentence that answers, with its source and date, and prints nothing else', async () => {
    const { code, stdout, stderr } = await ask(['Who led the Russian delegation in Riyadh?']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [first] = stdout.split('\n\n');
    expect(first).toBe(
      [
        '1. > Lavrov led the Russian delegation, which also included Yury Ushakov, Vladimir Putin’s top foreign policy aide.',
        '     The American side was represented by US Secretary of State Marco Rubio, Trump’s national security adviser, ' +
          'Mike Waltz, and Steve Witkoff, Washington’s special envoy for the Middle East.',
        '     Neither Ukraine nor the EU participated in the meeting, with Kiev stating it would not recognize the outcome ' +
          'of the talks unless it was involved.',
        '     — publisher unknown · “Top Russian and US diplomats met in Saudi Arabia…” · 2025-02-19',
      ].join('\n'),
    );
  });

  it.each([
    'Wie viele Drohnen hat Russland in der Nacht gestartet?',
    'How many drones did Russia launch overnight?',
  ])('answers "%s" with the German sentence and its note', async (question) => {
    const { code, stdout } = await ask([question]);
    expect(code).toBe(0);
    expect(stdout.startsWith(GERMAN_QUOTE + GERMAN_SOURCE)).toBe(true);
  });

  it('takes a question that is not in quotation marks', async () => {
    const { stdout } = await ask(['How', 'many', 'drones', 'did', 'Russia', 'launch', 'overnight?']);
    expect(stdout.startsWith(GERMAN_QUOTE)).toBe(true);
  });

  it('refuses what the articles do not answer, and that is no failure', async () => {
    const { code, stdout, stderr } = await ask(['Who won the 2022 World Cup?']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /^The articles are about other things\. The nearest passage is from Associated Press of 2025-02-17\.\nThe nearest to it:\n {2}- Associated Press · /,
    );
  });

  it('prints one object for each line of its input, in order, also for a line that is no question', async () => {
    const lines = [
      'Who led the Russian delegation in Riyadh?',
      '',
      'x'.repeat(10_000),
      'Who\u0007?',
      'Who won the 2022 World Cup?',
    ];
    const { code, stdout, stderr } = await ask(['--json'], lines.join('\r\n'));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const objects = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(objects.map(({ question, answered }) => [question, answered])).toEqual([
      [lines[0], true],
      ['', false],
      [lines[2], false],
      [lines[3], false],
      [lines[4], false],
    ]);
    expect(objects.slice(1, 4).map(({ reason }) => reason)).toEqual([
      'A question has 2 to 300 characters; this one is empty. Ask, for example, "Who led the delegation?"',
      'A question has 2 to 300 characters; this one has 10,000. Ask one thing, in a sentence.',
      'A question has 2 to 300 characters, all of them visible; this one holds control characters. Type it again.',
    ]);
    const [first] = objects;
    expect(Object.keys(first)).toEqual(['question', 'answered', 'reason', 'quotes', 'ms']);
    expect(first.reason).toBeNull();
    const [quote] = first.quotes;
    expect(Object.keys(quote)).toEqual(['text', 'start', 'end', 'highlight', 'score', 'article', 'alsoIn']);
    const { stdout: listed } = await runProgram('sources', ['--json', '--text']);
    const article = JSON.parse(listed).find(({ id }: { id: string }) => id === quote.article.id);
    expect(article.text.slice(quote.start, quote.end)).toBe(quote.text);
    expect(article).toMatchObject(quote.article);
  });

  it('ends quietly when its reader has read enough', async () => {
    const program = join(ROOT, 'dist', 'src', 'scripts', 'sources.js');
    const { code, stdout, stderr } = await run('bash', [
      '--norc',
      '-c',
      `set -o pipefail; "${process.execPath}" "${program}" --text | head -n 1`,
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe('“RIYADH, Saudi Arabia (AP) — Senior American and Russian…”\n');
  });
});

describe('npm run sources', () => {
  it('lists the articles without a model or an index', async () => {
    const env = { EMBEDDING_MODEL: 'nowhere', INDEX_DIR: 'nowhere' };
    const { code, stdout, stderr } = await runProgram('sources', [], { env });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.trimEnd().split('\n')).toHaveLength(1 + 4 + 2);
    expect(stdout).toMatch(
      /The Kyiv Independent {2}2025-02-26 {2}inferred: it reports .* {2}en {5}1,855 {2}2025-02-26-/,
    );
    const one = await runProgram('sources', ['2025-02-26-kyiv-independent-ukraine-not-on-agenda.txt'], {
      env,
    });
    expect(one.stdout).toContain(
      '  The Kyiv Independent · 2025-02-26 (inferred) · en · 1,855 characters\n  By Abbey Fenbert\n',
    );
  });
});

describe('npm start', () => {
  it('opens the bot in the terminal without a token, and says how to add one', async () => {
    const env = { INDEX_DIR: inject('indexDir') };
    const input = 'Who won the 2022 World Cup?\n/ask\n/quit\n';
    const { code, stdout, stderr } = await runProgram('start', [], { env, input });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /^Ask about 4 articles, or type \/help\.\nTo answer in Discord instead, put DISCORD_TOKEN=<your bot's token> into \.env\.\n\nThe articles are about other things\./,
    );
    expect(stdout).toMatch(/\n\nA question has 2 to 300 characters; this one is empty\..*\n\n$/);
  });
});

describe('--help', () => {
  it.each([
    ['ask', 'Usage: npm run ask -- [options] [question...]'],
    ['index', 'Usage: npm run index -- [options]'],
    ['sources', 'Usage: npm run sources -- [options] [file...]'],
    ['start', 'Usage: npm start -- [options]'],
    ['eval', 'Usage: npm run eval -- [options]'],
  ])('of %s tells how it is used', async (name, usage) => {
    const { code, stdout, stderr } = await runProgram(name, ['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.startsWith(`${usage}\n\n`)).toBe(true);
    expect(stdout).toContain('display help for command');
  });
});
