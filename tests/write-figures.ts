import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readConfig } from '../src/config.js';
import { figuresOf, scoreAnswers } from '../src/eval/measure-answers.js';
import type { SearchFigures } from '../src/eval/measure-search.js';
import { readQuestions } from '../src/eval/questions.js';
import { PARTS } from '../src/score.js';
import { commandLine, run } from '../src/scripts/command-line.js';
import { openLibrary } from '../src/scripts/open-library.js';
import { UserError } from '../src/user-error.js';
import { ROOT, runProgram } from './program.js';
import {
  CARDS,
  cardFile,
  certaintyOfAnswers,
  FIGURES_FILE,
  type Figures,
  readFigures,
} from './scorecard/figures.js';
import { withTables } from './scorecard/tables.js';

const COLLECTIONS = ['xquad-en', 'xquad-en-es', 'xquad-es-en'];

const command = commandLine(
  'npm run figures --',
  'Measures the scorecard, and collections where they are given, and writes the figures and the tables in the README.',
)
  .option(
    '--benchmarks <folder>',
    `a folder with ${COLLECTIONS.join(', ')} in the BEIR layout; without it, their figures stay`,
  )
  .action(async ({ benchmarks }: { benchmarks?: string }) => {
    const figures: Figures = {
      cards: await measureCards(),
      collections:
        benchmarks === undefined ? (await readFigures()).collections : await measureCollections(benchmarks),
    };
    await writeFile(FIGURES_FILE, `${JSON.stringify(figures, null, 2)}\n`);
    const readme = join(ROOT, 'README.md');
    await writeFile(readme, withTables(await readFile(readme, 'utf8'), figures));
    console.log(`Written: ${FIGURES_FILE} and ${readme}.`);
  });

async function measureCards(): Promise<Figures['cards']> {
  const library = await openLibrary(readConfig({}));
  const measured = CARDS.map(async (card) => {
    const scored = await scoreAnswers(await readQuestions(cardFile(card)), library);
    return [card, { ...figuresOf(scored), certainty: certaintyOfAnswers(scored) }];
  });
  return Object.fromEntries(await Promise.all(measured));
}

async function measureCollections(folder: string): Promise<Figures['collections']> {
  const collections: Figures['collections'] = {};
  for (const name of COLLECTIONS) {
    console.error(`Measuring ${name}…`);
    const measure = async (...more: string[]): Promise<SearchFigures> => {
      const { code, stdout, stderr } = await runProgram(
        'eval',
        ['--dataset', join(resolve(folder), name), '--json', ...more],
        {
          env: { INDEX_DIR: join(ROOT, 'index') },
        },
      );
      if (code !== 0) throw new UserError(stderr, 1);
      return JSON.parse(stdout);
    };
    const without: Record<string, number> = {};
    for (const part of PARTS) without[part] = (await measure('--without', part)).recall1;
    collections[name] = { all: await measure(), half: await measure('--holdout', '0.5'), without };
  }
  return collections;
}

await run(command);
