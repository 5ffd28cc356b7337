import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readMark } from '../src/add/added-mark.js';
import { programEnvironment, programFile, type Run, runProgram } from './program.js';

const words = (number: number): string => Array.from({ length: number }, (_, i) => `word${i}`).join(' ');
const page = (title: string): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><p>${title}: ${words(30)}.</p></body></html>`;

let folder: string;
let seeds: string;
let server: Server;
let host: string;
let answer: RequestListener;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'talks-add-'));
  seeds = join(folder, 'seeds');
  server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  answer = ({ url }, response) => {
    response.setHeader('content-type', 'text/html');
    if (url === '/talks') response.end(page('The talks'));
    else response.writeHead(404).end();
  };
});
afterEach(() => {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true });
});

const env = (): Record<string, string> => ({ SEEDS_DIR: seeds, INDEX_DIR: join(folder, 'index') });
const add = (...argv: string[]): Promise<Run> => runProgram('add', argv, { env: env() });

describe('npm run add', () => {
  it('adds what it can, and tells the fate of each', async () => {
    writeFileSync(join(folder, 'saved.txt'), 'A text of few words.');
    const { code, stdout, stderr } = await add(
      `${host}/nothing`,
      `${host}/talks#top`,
      join(folder, 'saved.txt'),
    );
    expect(code).toBe(1);
    expect(stderr).toBe(`${host}/nothing\n  failed  There is no such page (404 Not Found).\n\n`);
    expect(stdout).toBe(
      [
        `${host}/talks#top`,
        `  added      ${seeds}/the-talks.md`,
        '  title      The talks',
        '  publisher  not known',
        '  authors    not known',
        '  date       not known',
        '  language   en',
        `  address    ${host}/talks`,
        `  length     32 words, ${`The talks: ${words(30)}.`.length} characters`,
        '',
        join(folder, 'saved.txt'),
        `  added      ${seeds}/a-text-of-few-words.md`,
        '  title      not known',
        '  publisher  not known',
        '  authors    not known',
        '  date       not known',
        '  language   not known',
        '  address    not known',
        '  length     5 words, 20 characters',
        '',
        '2 added, 1 failed. Run "npm run index" for it to be quoted.',
        '',
      ].join('\n'),
    );
    expect(readdirSync(seeds)).toEqual(['a-text-of-few-words.md', 'the-talks.md']);
  });

  it('writes what "npm run sources" reads, and nothing with --dry-run', async () => {
    const dry = await add('--dry-run', `${host}/talks`);
    expect(dry).toMatchObject({ code: 0, stderr: '' });
    expect(dry.stdout).toContain(`  would be added  ${seeds}/the-talks.md\n`);
    expect(dry.stdout).toContain('1 would be added. Nothing was written (--dry-run).\n');
    expect(readdirSync(folder)).toEqual([]);
    await add(`${host}/talks`);
    const { stdout, stderr } = await runProgram('sources', ['--json', '--text'], { env: env() });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject([
      {
        file: 'the-talks.md',
        title: 'The talks',
        language: 'en',
        url: `${host}/talks`,
        text: `The talks: ${words(30)}.`,
      },
    ]);
  });

  it('prints one array for programs', async () => {
    const { code, stdout, stderr } = await add('--json', `${host}/talks`, 'nothing.txt');
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(JSON.parse(stdout)).toEqual([
      {
        source: `${host}/talks`,
        fate: 'added',
        written: true,
        file: 'the-talks.md',
        reason: null,
        article: {
          title: 'The talks',
          publisher: null,
          authors: null,
          date: null,
          dateSource: null,
          dateReason: null,
          language: 'en',
          url: `${host}/talks`,
          note: null,
          length: `The talks: ${words(30)}.`.length,
          words: 32,
          cuts: 0,
        },
      },
      {
        source: 'nothing.txt',
        fate: 'failed',
        written: false,
        file: null,
        reason: 'There is no such file. An address starts with https:// or http://.',
        article: null,
      },
    ]);
  });

  it.each([
    [[], "missing required argument 'address or file'. Try: npm run add -- --help\n"],
    [['--limit', '0', 'a.txt'], '--limit: expected a whole number from 1 to 10000; found "0"\n'],
    [['--force', 'a.txt'], "unknown option '--force'. Try: npm run add -- --help\n"],
  ])('refuses the words %j', async (argv, stderr) => {
    expect(await add(...argv)).toEqual({ code: 2, stdout: '', stderr });
  });

  it('shows nothing that moves a terminal', async () => {
    answer = (_, response) => {
      response.setHeader('content-type', 'text/html').end(page('A&#x1b;[2J\u009bB'));
    };
    const { stdout } = await add(`${host}/talks`);
    expect(stdout).toMatch(/^ {2}title {6}A/m);
    expect(stdout).not.toMatch(/[^\P{Cc}\n]/u);
  });

  it('tells what takes long', async () => {
    answer = (_, response) => {
      setTimeout(() => response.setHeader('content-type', 'text/html').end(page('Late')), 2_300);
    };
    const { code, stderr } = await add(`${host}/talks`);
    expect({ code, stderr }).toEqual({ code: 0, stderr: `Fetching ${host}/talks…\n` });
  });

  it('tells how far it is in a feed', async () => {
    answer = ({ url = '' }, response) => {
      const items = [1, 2, 3].map(
        (number) => `<item><title>${number}</title><link>${host}/${number}</link></item>`,
      );
      if (url === '/feed') {
        response
          .setHeader('content-type', 'application/rss+xml')
          .end(`<rss><channel>${items.join('')}</channel></rss>`);
      } else
        setTimeout(() => response.setHeader('content-type', 'text/html').end(page(`Page ${url}`)), 1_500);
    };
    const { code, stderr } = await add('--json', '--limit', '2', `${host}/feed`);
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /^http:\/\/127\.0\.0\.1:\d+\/feed is a feed of 3 entries, of which the newest 2 are taken \(--limit\)\.\nEntries: (?:0 of 2|1 of 2, 0\.\d a second, some [2-5] s left)\n$/,
    );
  });

  it('is gone with Ctrl-C at once, and leaves whole files only', async () => {
    answer = ({ url = '' }, response) => {
      if (url === '/never') return;
      response.setHeader('content-type', 'text/html').end(page(`Page ${url.slice(1)}`));
    };
    const saved = Array.from({ length: 300 }, (_, i) => {
      const path = join(folder, `${i}.txt`);
      writeFileSync(path, `Text ${i} ${'of many words '.repeat(2_000)}`);
      return path;
    });
    let written = 0;
    for (const wait of [0, 5, 15, 40]) {
      const child = spawn(process.execPath, [programFile('add'), ...saved, `${host}/never`], {
        env: programEnvironment(env()),
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const code = new Promise((resolve) => child.on('close', resolve));
      child.stdout.resume();
      await new Promise((resolve) => child.stdout.once('data', resolve));
      await sleep(wait);
      child.kill('SIGINT');
      expect(await code).toBe(130);
      const files = readdirSync(seeds);
      expect(files.filter((name) => !/^text-\d+-[a-z-]+\.md$/.test(name))).toEqual([]);
      for (const file of files) {
        const mark = readMark(readFileSync(join(seeds, file), 'utf8'));
        expect(mark?.now).toBe(mark?.written ?? 'a mark');
      }
      written = Math.max(written, files.length);
      rmSync(seeds, { recursive: true });
    }
    expect(written).toBeGreaterThan(0);
  });
});
