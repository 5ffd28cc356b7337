import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { ask } from '../commands/ask.js';
import type { Library } from '../src/library.js';
import { toTerminal } from '../src/terminal.js';
import type { View } from '../src/view.js';
import { drawMessage } from './discord/draw-message.js';
import { sent } from './discord/sent.js';
import { drawTerminal } from './draw-terminal.js';
import { ROOT } from './program.js';
import { openRealLibrary } from './real-library.js';

const COLUMNS = 100;
/** Of the message in the picture, with some room for other fonts. */
const HEIGHT = 748;
const MESSAGE_QUESTION = 'Is Ukraine on the agenda of the meeting?';
const QUESTION = '¿Qué acuerdo firmará Zelenski con Trump?';

let library: Library;

beforeAll(async () => {
  library = await openRealLibrary(inject('indexDir'));
});
const answerTo = (question: string): Promise<View> => ask.run({ question }, library);

describe('the README', () => {
  it('shows an answer as it is given (npx vitest -u --config tests/vitest.config.ts draws it again)', async () => {
    const shown = toTerminal(await answerTo(QUESTION), { colour: true, width: COLUMNS });
    const lines = [`$ npm run --silent ask -- "${QUESTION}"`, '', ...shown.split('\n')];
    await expect(drawTerminal(lines, COLUMNS)).toMatchFileSnapshot('../.github/answer.svg');
  });

  it('shows a message as the bot sends it', async () => {
    const message = sent(await answerTo(MESSAGE_QUESTION));
    const asked = { user: 'Ann', command: 'ask' };
    await expect(drawMessage(message, asked, HEIGHT)).toMatchFileSnapshot('../.github/message.svg');
  });

  it('and .env.example explain every setting', async () => {
    const names = (text: string, pattern: RegExp) =>
      [...text.matchAll(pattern)].map((match) => match[1]).sort();
    const read = (file: string) => readFile(join(ROOT, file), 'utf8');
    const settings = names(await read('src/config.ts'), /^ {2}([A-Z_]+):/gm);
    expect(settings).toHaveLength(11);
    expect(names(await read('.env.example'), /^([A-Z_]+)=$/gm)).toEqual(settings);
    expect(names(await read('README.md'), /^\| `([A-Z_]+)`/gm)).toEqual(settings);
  });
});
