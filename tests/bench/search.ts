import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { answerQuestion } from '../../src/answer.js';
import { readConfig } from '../../src/config.js';
import type { Embedder } from '../../src/embedding/embedder.js';
import { round } from '../../src/eval/metrics.js';
import { readQuestions } from '../../src/eval/questions.js';
import type { IndexContents } from '../../src/index/contents.js';
import { openIndex } from '../../src/index/open.js';
import type { Library } from '../../src/library.js';
import { percentile } from '../../src/percentile.js';
import { commandLine, run } from '../../src/scripts/command-line.js';
import { openLibrary } from '../../src/scripts/open-library.js';
import { openModel } from '../../src/scripts/open-model.js';
import { cardFile } from '../scorecard/figures.js';
import { makeArchive, PASSAGES } from './random-archive.js';

const command = commandLine(
  'npm run bench:search --',
  'Measures how long an answer takes in the process, over the four articles and over an archive made at random.',
)
  .option('--articles <number>', 'how many articles the archive has', wholeNumber, 10_000)
  .option('--json', 'print one object')
  .action(async ({ articles, json = false }: { articles: number; json?: boolean }) => {
    const config = readConfig({});
    const asked = (await readQuestions(cardFile('questions'))).map(({ question }) => question);
    const four = await timesOf(await openLibrary(config), asked);
    const folder = await mkdtemp(join(tmpdir(), 'talks-archive-'));
    const model = await openModel(config);
    const embedder = await model.load();
    const states = await timesOfStates(await openIndex(config.indexDir, model), embedder);
    const archive = await timesOf(await makeArchive(articles, folder, embedder), asked);
    await rm(folder, { recursive: true });
    const figures = { four, states, archive: { articles, passages: articles * PASSAGES, ...archive } };
    if (json) console.log(JSON.stringify(figures));
    else {
      console.log(
        `An answer from the four articles: p50 ${four.p50} ms, p95 ${four.p95} ms (wanted: 12 and 25).`,
      );
      console.log(
        `From ${articles} articles: p50 ${archive.p50} ms, p95 ${archive.p95} ms (wanted: p95 150).`,
      );
      console.log(
        `Token states of ${LOOKED_AT} passages: ${states.read} ms to read, ${states.computed} ms to compute again.`,
      );
    }
  });

/** As many as a search looks at twice. */
const LOOKED_AT = 24;

/** What the token states of so many passages cost: read from the index, and computed again; in milliseconds. */
async function timesOfStates(
  { passages, tokens }: IndexContents,
  embedder: Embedder,
): Promise<{ read: number; computed: number }> {
  const looked = [...passages].slice(0, LOOKED_AT);
  const started = performance.now();
  for (const position of looked.keys()) tokens.get(position);
  const read = performance.now();
  for (const passage of looked) await embedder.encodePassage(passage.pageContent);
  return { read: round(read - started, 2), computed: Math.round(performance.now() - read) };
}

/** Answer times in milliseconds, once warm. */
async function timesOf(library: Library, questions: string[]): Promise<{ p50: number; p95: number }> {
  for (const question of questions.slice(0, 20)) await answerQuestion(question, library);
  const times: number[] = [];
  for (const question of questions) times.push((await answerQuestion(question, library)).ms);
  return { p50: round(percentile(times, 0.5), 1), p95: round(percentile(times, 0.95), 1) };
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('Expected a whole number from 1 on.');
  return Number(text);
}

await run(command);
