import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { answerQuestion } from '../src/answer.js';
import { openIndex } from '../src/index/open.js';
import { createSearch } from '../src/search.js';
import { toTerminal } from '../src/terminal.js';
import { drawTerminal } from './draw-terminal.js';
import { loadModel } from './model.js';
import { ROOT } from './program.js';

const COLUMNS = 100;
const QUESTION = '¿Qué acuerdo firmará Zelenski con Trump?';

describe('the README', () => {
  it('shows an answer as it is given (npx vitest -u --config tests/vitest.config.ts draws it again)', async () => {
    const embedder = await loadModel();
    const index = await openIndex(inject('indexDir'), embedder);
    const answer = await answerQuestion(QUESTION, { ...index, search: createSearch(index, embedder) });
    const shown = toTerminal({ kind: 'answer', answer }, { colour: true, width: COLUMNS });
    const lines = [`$ npm run --silent ask -- "${QUESTION}"`, '', ...shown.split('\n')];
    await expect(drawTerminal(lines, COLUMNS)).toMatchFileSnapshot('../.github/answer.svg');
  });

  it('and .env.example explain every setting', async () => {
    const names = (text: string, pattern: RegExp) =>
      [...text.matchAll(pattern)].map((match) => match[1]).sort();
    const read = (file: string) => readFile(join(ROOT, file), 'utf8');
    const settings = names(await read('src/config.ts'), /^ {2}([A-Z_]+):/gm);
    expect(settings).toHaveLength(7);
    expect(names(await read('.env.example'), /^([A-Z_]+)=$/gm)).toEqual(settings);
    expect(names(await read('README.md'), /^\| `([A-Z_]+)`/gm)).toEqual(settings);
  });
});
