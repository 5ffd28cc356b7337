import {
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { readArticles } from '../src/article/read-articles.js';
import { FORMAT, readManifest } from '../src/index/manifest.js';
import { MODEL } from './model.js';
import { programFile, type Run, run, runProgram } from './program.js';

let temporary: string;
let folder: string;
let number = 0;

beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'talks-mistakes-'));
  // Whoever reads as another user must be able to get there.
  await chmod(temporary, 0o755);
});
afterAll(() => rm(temporary, { recursive: true }));
beforeEach(async () => {
  folder = join(temporary, `${number++}`);
  await mkdir(folder);
});

/** One sentence or a few on standard error, nothing on standard output, and no trace of the program's insides. */
function expectSentence(
  { code, stdout, stderr }: Run,
  expected: { code: number; stderr: string | RegExp },
): void {
  expect(stdout).toBe('');
  expect(stderr).not.toMatch(/\n\s+at |node:|Error:/);
  if (typeof expected.stderr === 'string') expect(stderr).toBe(`${expected.stderr}\n`);
  else expect(stderr).toMatch(expected.stderr);
  expect(code).toBe(expected.code);
}

describe('wrong usage', () => {
  it.each([
    ['ask', ['--frobnicate', 'Who?'], "unknown option '--frobnicate'. Try: npm run ask -- --help"],
    ['sources', ['--jsn'], "unknown option '--jsn'\n(Did you mean --json?). Try: npm run sources -- --help"],
    ['index', ['--ful'], "unknown option '--ful'\n(Did you mean --full?). Try: npm run index -- --help"],
    ['start', ['--token=x'], "unknown option '--token=x'. Try: npm start -- --help"],
    [
      'ask',
      [],
      'A question is missing. Try: npm run ask -- "Who led the delegation?" (or --json, and a question a line on standard input)',
    ],
    [
      'ask',
      [''],
      'A question has 2 to 300 characters; this one is empty. Ask, for example, "Who led the delegation?"',
    ],
    [
      'ask',
      ['x'.repeat(10_000)],
      'A question has 2 to 300 characters; this one has 10,000. Ask one thing, in a sentence.',
    ],
    [
      'ask',
      ['Who\u001B[2J?'],
      'A question has 2 to 300 characters, all of them visible; this one holds control characters. Type it again.',
    ],
  ])('of %s %j is told in a sentence', async (name, words, stderr) => {
    expectSentence(await runProgram(name, words), { code: 2, stderr });
  });

  it.each(['ask', 'index', 'sources', 'start'])(
    'of a setting is told by %s before anything else',
    async (name) => {
      const env = { DISCORD_GUILD_ID: 'x', DISCORD_API_URL: 'x' };
      const stderr = [
        'These settings are wrong; correct them in .env or in the environment:',
        '  DISCORD_GUILD_ID: expected the id of a server, a number of up to 20 digits; found "x"',
        '  DISCORD_API_URL: expected an address such as http://127.0.0.1:4000/api; found "x"',
      ].join('\n');
      expectSentence(await runProgram(name, name === 'ask' ? ['Who?'] : [], { env }), { code: 2, stderr });
    },
  );
});

describe('articles', () => {
  const sources = (seeds: string): Promise<Run> =>
    runProgram('sources', ['--json'], { env: { SEEDS_DIR: seeds } });

  it('in no folder, or in what is none, are told in a sentence', async () => {
    const missing = join(folder, 'missing');
    const stderr = `SEEDS_DIR should be a folder of articles, but there is no such folder: ${missing}`;
    expectSentence(await sources(missing), { code: 1, stderr });
    const file = join(folder, 'file');
    await writeFile(file, '');
    expectSentence(await sources(file), {
      code: 1,
      stderr: `SEEDS_DIR should be a folder of articles, but it is not a folder: ${file}`,
    });
  });

  it('that are none are told in a sentence', async () => {
    const stderr = `SEEDS_DIR should hold articles (texts, saved pages, JSON, feeds), but there are none in ${folder}. Put some there.`;
    expectSentence(await sources(folder), { code: 1, stderr });
  });

  it('are read where they are good, and each of the others is named with its reason', async () => {
    await writeFile(join(folder, 'good.md'), 'The ministers met in a palace.');
    await writeFile(join(folder, 'binary.txt'), Buffer.from([0x50, 0x4b, 0, 1]));
    await writeFile(join(folder, 'old.txt'), Buffer.from([0x47, 0x72, 0xfc, 0xdf, 0x65]));
    await writeFile(join(folder, 'empty.txt'), '');
    await writeFile(join(folder, 'dots.txt'), '...\n---\n');
    await writeFile(join(folder, 'dated.txt'), '---\ndate: yesterday\n---\nText.');
    await writeFile(join(folder, 'page.pdf'), '%PDF');
    await writeFile(join(folder, 'large.txt'), 'a '.repeat(5_100_000));
    await writeFile(join(folder, '.hidden.txt'), 'Hidden.');
    await writeFile(join(folder, 'odd\u001B[2Jname.txt'), '');
    await mkdir(join(folder, 'below'));
    await writeFile(join(folder, 'below', 'deep.txt'), 'They met again.');
    await writeFile(join(temporary, 'secret.txt'), 'Secret.');
    await symlink(join(temporary, 'secret.txt'), join(folder, 'out.txt'));
    await symlink('good.md', join(folder, 'in.md'));
    await symlink('..', join(folder, 'below', 'loop'));
    await symlink('nothing', join(folder, 'nowhere.txt'));
    const { code, stdout, stderr } = await sources(folder);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).map(({ file }: { file: string }) => file)).toEqual([
      'below/deep.txt',
      'good.md',
    ]);
    expect(stderr.trimEnd().split('\n').sort()).toEqual([
      'Skipped below/loop: it is a link to what is read under its own name.',
      'Skipped binary.txt: it is not a text file (it holds zero bytes).',
      'Skipped dated.txt: its front matter is wrong: "date": expected a day that exists, as YYYY-MM-DD.',
      'Skipped dots.txt: it holds no text.',
      'Skipped empty.txt: it holds no text.',
      'Skipped in.md: it is a link to what is read under its own name.',
      'Skipped large.txt: it is larger than 10 MB (10.2 MB).',
      'Skipped nowhere.txt: it is a link to nothing.',
      'Skipped odd\uFFFD[2Jname.txt: it holds no text.',
      'Skipped old.txt: its encoding is not known; save it again in UTF-8.',
      'Skipped out.txt: it is a link that leads out of the folder.',
      'Skipped page.pdf: its format .pdf is not read; .txt, .md, .html, .htm, .json, .jsonl, .xml, .rss and .atom are.',
    ]);
    const index = await runProgram('index', ['--json'], {
      env: { SEEDS_DIR: folder, INDEX_DIR: join(temporary, 'some') },
    });
    expect(JSON.parse(index.stdout)).toMatchObject({ articles: 2, skipped: 12, passages: 2, built: true });
  });

  it('that may not be read are skipped with that reason', async () => {
    await writeFile(join(folder, 'good.txt'), 'The ministers met.');
    await writeFile(join(folder, 'private.txt'), 'Nobody may read this.', { mode: 0 });
    // Nothing is forbidden to root, so this is asked as nobody.
    const isRoot = process.getuid?.() === 0;
    if (isRoot) process.seteuid?.(65534);
    try {
      const { articles, skipped } = await readArticles(folder);
      expect(articles.map(({ file }) => file)).toEqual(['good.txt']);
      expect(skipped).toEqual([{ file: 'private.txt', reason: 'it cannot be read (EACCES)' }]);
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  });
});

describe('a model', () => {
  it('that is missing or none is told in a sentence', async () => {
    const env = { EMBEDDING_MODEL: folder, INDEX_DIR: inject('indexDir') };
    expectSentence(await runProgram('ask', ['Who led?'], { env }), {
      code: 1,
      stderr:
        'EMBEDDING_MODEL should be a folder with a model for @xenova/transformers (config.json, tokenizer.json, ' +
        `tokenizer_config.json and onnx/model_quantized.onnx), but onnx/model_quantized.onnx or onnx/model.onnx is missing: ${folder}`,
    });
  });
});

describe('a folder of articles', () => {
  it('that is missing is told before anything is written', async () => {
    const env = { SEEDS_DIR: join(folder, 'none', 'seeds'), INDEX_DIR: join(folder, 'none', 'index') };
    expectSentence(await runProgram('index', [], { env }), {
      code: 1,
      stderr: `SEEDS_DIR should be a folder of articles, but there is no such folder: ${env.SEEDS_DIR}`,
    });
    expect(await readdir(folder)).not.toContain('none');
  });
});

describe('a model whose weights are damaged', () => {
  it('is told in a sentence, also by the process that embeds', async () => {
    const model = join(folder, 'model');
    await cp(MODEL, model, { recursive: true });
    const weights = (await readdir(join(model, 'onnx')))[0] ?? '';
    await writeFile(join(model, 'onnx', weights), 'no weights');
    const env = { EMBEDDING_MODEL: model, INDEX_DIR: join(folder, 'index') };
    const { code, stdout, stderr } = await runProgram('index', [], { env });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr.trimEnd().split('\n').at(-1)).toBe(
      'EMBEDDING_MODEL should be a feature-extraction model for @xenova/transformers, but its files are damaged or of ' +
        `another kind: ${model}. Copy the model again, or choose another.`,
    );
  });
});

describe('an index', () => {
  const ask = (): Promise<Run> =>
    runProgram('ask', ['How many drones did Russia launch?'], { env: { INDEX_DIR: folder } });
  beforeEach(() => cp(inject('indexDir'), folder, { recursive: true }));

  it('whose segment is damaged is told as an error, and not as an answer, where answers are for a machine', async () => {
    const segment = (await readManifest(folder))?.segments[0]?.name ?? '';
    const content = await readFile(join(folder, segment));
    await writeFile(join(folder, segment), content.fill(0));
    expectSentence(
      await runProgram('ask', ['--json'], {
        env: { INDEX_DIR: folder },
        input: 'How many drones?\nWho led?\n',
      }),
      {
        code: 1,
        stderr: `The index in ${folder} is damaged: ${segment} does not hold what was written. Run "npm run index" to build it again.`,
      },
    );
  });

  it.each(['vectors.hnsw', 'articles.json'])(
    'with a cut %s is told in a sentence, and can be built again',
    async (name) => {
      const build = (await readManifest(folder))?.build ?? '';
      await truncate(join(folder, build, name), 100);
      expectSentence(await ask(), {
        code: 1,
        stderr: new RegExp(
          `^The index in ${folder} is damaged: ${name} has 100 bytes instead of \\d+\\. Run "npm run index" to build it again\\.\\n$`,
        ),
      });
      const { code, stdout } = await runProgram('index', ['--json'], { env: { INDEX_DIR: folder } });
      expect({ code, ...JSON.parse(stdout) }).toMatchObject({
        code: 0,
        articles: 4,
        passages: 68,
        embedded: 0,
        built: true,
      });
      expect((await ask()).stdout).toContain('176 Drohnen');
    },
  );

  it('with a changed manifest is told in a sentence', async () => {
    await writeFile(join(folder, 'manifest.json'), `{"format":${FORMAT}}`);
    const stderr = `The index in ${folder} is damaged: manifest.json was changed or cut off. Run "npm run index" to build it again.`;
    expectSentence(await ask(), { code: 1, stderr });
  });

  it('is brought up to date by a question when an article has changed', async () => {
    const seeds = join(temporary, 'changed');
    await mkdir(seeds);
    await writeFile(join(seeds, 'a.txt'), 'Fifty drones were launched by Russia in that night.');
    const env = { INDEX_DIR: folder, SEEDS_DIR: seeds };
    const { code, stdout, stderr } = await runProgram('ask', ['How many drones did Russia launch?'], { env });
    expect(code).toBe(0);
    expect(stdout).toBe(
      '1. > Fifty drones were launched by Russia in that night.\n' +
        '     — publisher unknown · “Fifty drones were launched by Russia in that night.” · date unknown\n',
    );
    expect(stderr).toMatch(/^Building the index: the articles have changed\.\n/);
  });

  it.each([
    ['the first file', 50],
    ['a later file', 500],
  ])('on a disk that is full at %s stays as it was', async (_, kilobytes) => {
    const before = await readManifest(folder);
    const command = `ulimit -f ${kilobytes}; exec "${process.execPath}" "${programFile('index')}" --full`;
    const ended = await run('bash', ['--norc', '-c', command], { env: { INDEX_DIR: folder } });
    expectSentence(ended, {
      code: 1,
      stderr: /(the disk is full|is the disk full\?).* An index that was there before is unchanged/s,
    });
    expect(await readManifest(folder)).toEqual(before);
    expect((await ask()).stdout).toContain('176 Drohnen');
  });

  it('where nothing can be written is told in a sentence', async () => {
    const env = { INDEX_DIR: join(folder, 'manifest.json', 'below') };
    expectSentence(await runProgram('index', [], { env }), {
      code: 1,
      stderr: `INDEX_DIR should be a folder that can be written, but writing failed (ENOTDIR): ${env.INDEX_DIR}. An index that was there before is unchanged.`,
    });
  });
});
