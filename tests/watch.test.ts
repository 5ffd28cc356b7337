import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { readManifest } from '../src/index/manifest.js';
import { programEnvironment, programFile, ROOT, runProgram } from './program.js';

let temporary: string;
let env: Record<string, string>;
let child: ChildProcess;
let said: string;
let ended: Promise<string | number | null>;

beforeEach(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'talks-watch-'));
  env = { SEEDS_DIR: join(temporary, 'seeds'), INDEX_DIR: join(temporary, 'index') };
  cpSync(join(ROOT, 'seeds'), join(temporary, 'seeds'), { recursive: true });
  cpSync(inject('indexDir'), join(temporary, 'index'), { recursive: true });
});
afterEach(async () => {
  child.kill('SIGKILL');
  await ended;
  await rm(temporary, { recursive: true });
});

function start(words: string[]): void {
  said = '';
  child = spawn(process.execPath, [programFile('index'), ...words], { env: programEnvironment(env) });
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (said += text));
  ended = new Promise((resolve) => child.once('close', (code, signal) => resolve(signal ?? code)));
}
async function says(words: string, times = 1): Promise<void> {
  while (said.split(words).length <= times) {
    if (child.exitCode !== null) throw new Error(`It ended without saying "${words}":\n${said}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
/** Ctrl-C, which must end it at once. */
async function interrupt(): Promise<void> {
  const began = performance.now();
  child.kill('SIGINT');
  expect(await ended).toBe('SIGINT');
  expect(performance.now() - began).toBeLessThan(5_000);
}
const drop = (name: string, text: string) => writeFileSync(join(temporary, 'seeds', name), text);
const files = async () => (await readManifest(join(temporary, 'index')))?.articles.map(({ file }) => file);
const SEEDS = [
  '2025-02-17-ap-talks-ahead.txt',
  '2025-02-18-rubio-diplomatische-missionen.txt',
  '2025-02-19-riyadh.txt',
  '2025-02-26-kyiv-independent-ukraine-not-on-agenda.txt',
];

describe('index --watch', () => {
  it('brings the index up to date with what is dropped into the folder, until Ctrl-C', async () => {
    start(['--watch']);
    await says('The index is up to date: 4 articles, 68 passages.');
    await says('Watching');
    drop('panda.txt', 'A panda was born in the zoo.');
    await says('The index is built: 5 articles, 69 passages, 1 of them embedded');
    expect(await files()).toEqual([...SEEDS, 'panda.txt']);
    await interrupt();
    const { stdout } = await runProgram('ask', ['--json', 'Which animal was born in the zoo?'], { env });
    expect(stdout).toContain('A panda was born in the zoo.');
  });

  it('goes on where the folder itself was gone, or another has taken its place', async () => {
    const [seeds, away] = [join(temporary, 'seeds'), join(temporary, 'away')];
    start(['--watch']);
    await says('Watching');
    renameSync(seeds, away);
    await says('SEEDS_DIR should be a folder of articles, but there is no such folder');
    renameSync(away, seeds);
    drop('panda.txt', 'A panda was born in the zoo.');
    await says('The index is built: 5 articles, 69 passages, 1 of them embedded');
    drop('tiger.txt', 'A tiger was born in the zoo.');
    await says('The index is built: 6 articles, 70 passages, 1 of them embedded');
    cpSync(join(ROOT, 'seeds'), away, { recursive: true });
    renameSync(seeds, join(temporary, 'old'));
    renameSync(away, seeds);
    await says('The index is built: 4 articles, 68 passages, 0 of them embedded');
    drop('lion.txt', 'A lion was born in the zoo.');
    await says('The index is built: 5 articles, 69 passages, 1 of them embedded, in', 2);
    expect(await files()).toEqual([...SEEDS, 'lion.txt']);
    await interrupt();
  });

  it('follows a folder that is a link', async () => {
    symlinkSync(join(temporary, 'seeds'), join(temporary, 'link'));
    env['SEEDS_DIR'] = join(temporary, 'link');
    start(['--watch']);
    await says('Watching');
    drop('panda.txt', 'A panda was born in the zoo.');
    await says('The index is built: 5 articles, 69 passages, 1 of them embedded');
    drop('tiger.txt', 'A tiger was born in the zoo.');
    await says('The index is built: 6 articles, 70 passages, 1 of them embedded');
    await interrupt();
  });

  it('goes on where the folder was removed and made again, or a link leads elsewhere', async () => {
    const [seeds, other, link] = ['seeds', 'other', 'link'].map((name) => join(temporary, name)) as [
      string,
      string,
      string,
    ];
    symlinkSync(seeds, link);
    env['SEEDS_DIR'] = link;
    start(['--watch']);
    await says('Watching');
    drop('panda.txt', 'A panda was born in the zoo.');
    await says('The index is built: 5 articles, 69 passages, 1 of them embedded');
    rmSync(seeds, { recursive: true });
    // Often with the same number as the one that was removed.
    cpSync(join(ROOT, 'seeds'), seeds, { recursive: true });
    await says('The index is built: 4 articles, 68 passages');
    drop('tiger.txt', 'A tiger was born in the zoo.');
    await says('The index is built: 5 articles, 69 passages, 1 of them embedded', 2);
    renameSync(seeds, other);
    symlinkSync(other, `${link}.next`);
    renameSync(`${link}.next`, link);
    // The link leads to the same folder as before, by another path.
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    writeFileSync(join(other, 'lion.txt'), 'A lion was born in the zoo.');
    await says('The index is built: 6 articles, 70 passages, 1 of them embedded');
    await interrupt();
  });

  it('does not overlook what is dropped while it builds for the first time', async () => {
    drop('early.txt', 'A tiger was born in the zoo.');
    start(['--watch']);
    // The folder is read by then.
    await says('Building the index: the articles have changed.');
    drop('late.txt', 'A panda was born in the zoo.');
    await says('The index is built: 6 articles, 70 passages, 1 of them embedded');
    expect(await files()).toEqual([...SEEDS, 'early.txt', 'late.txt']);
    await interrupt();
  });
});

describe('index', () => {
  it('ends at once at Ctrl-C while it embeds, and everything can be used', async () => {
    start(['--full']);
    await says('Building the index: all of it, as asked for with --full.');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await interrupt();
    const { code, stdout } = await runProgram(
      'ask',
      ['--json', 'How many drones did Russia launch overnight?'],
      {
        env,
      },
    );
    expect(code).toBe(0);
    expect(stdout).toContain('176 Drohnen');
  });
});
