import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { programFile, ROOT, runNode } from './program.js';

/** The packages that a program loads as modules, and the parts of LangChain. */
async function packagesOf(name: string, words: string[]): Promise<Set<string>> {
  const teller = join(ROOT, 'tests', 'fixtures', 'tell-modules.mjs');
  const run = await runNode(['--import', teller, programFile(name), ...words], {
    env: { INDEX_DIR: inject('indexDir') },
  });
  expect(run).toMatchObject({ code: 0, stderr: '' });
  const paths = run.stdout.match(/(?<=\/node_modules\/)(?:@[^/\n]+\/)?[^/\n]+/g) ?? [];
  return new Set(paths);
}

/** Each takes longer to load than it takes to index an article or to answer a question. */
const SLOW = ['linkedom', '@mozilla/readability', 'feedsmith', 'micromark', 'langsmith', 'discord.js', 'eld'];

describe('what is not needed is not loaded', () => {
  it.each([
    ['index', ['--json']],
    ['ask', ['--json', 'Who led the Russian delegation?']],
  ])('by npm run %s', async (name, words) => {
    const packages = await packagesOf(name, words);
    // The teller tells.
    expect([...packages]).toEqual(expect.arrayContaining(['commander', 'zod']));
    expect(SLOW.filter((one) => packages.has(one))).toEqual([]);
  });
});
