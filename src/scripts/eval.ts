import { createHash } from 'node:crypto';
import { basename, join, resolve } from 'node:path';
import { SingleBar } from 'cli-progress';
import { InvalidArgumentError } from 'commander';
import { answerToJson } from '../answer.js';
import { measureBaseline } from '../certainty.js';
import { type Config, loadEnvFile, readConfig } from '../config.js';
import { describeCorpus, readCollection } from '../eval/beir.js';
import { figuresByLanguage, figuresOf, scoreAnswers } from '../eval/measure-answers.js';
import { measureSearch } from '../eval/measure-search.js';
import { readQuestions } from '../eval/questions.js';
import { answerReport, isMiss, searchReport } from '../eval/report.js';
import { buildIndex } from '../index/build.js';
import { openIndex } from '../index/open.js';
import { PARTS, type Part } from '../score.js';
import { createSearch } from '../search.js';
import { UserError } from '../user-error.js';
import { commandLine, run } from './command-line.js';
import { openLibrary } from './open-library.js';
import { openModel } from './open-model.js';
import { showBuild } from './progress.js';

interface Options {
  dataset?: string;
  questions?: string;
  holdout?: number;
  without?: Part[];
  misses?: number;
  json?: boolean;
}

const command = commandLine(
  'npm run eval --',
  'Measures how well the articles are searched and questions are answered, without any other model.',
)
  .option('--dataset <folder>', 'measure the search on a collection in the BEIR layout')
  .option('--questions <file>', 'measure the answers on a scorecard about the articles in SEEDS_DIR')
  .option(
    '--holdout <share>',
    'leave out this share of the articles of a collection, 0 to 1, and ask all questions',
    shareOf,
  )
  .option('--without <parts>', `leave out parts of the search: ${PARTS.join(',')}`, partsOf)
  .option('--misses <number>', 'show the first of what went wrong', numberOf)
  .option('--json', 'print one object')
  .addHelpText(
    'after',
    '\nExamples:\n  npm run eval -- --dataset ../xquad-en --misses 20\n  npm run eval -- --questions tests/scorecard/questions.jsonl',
  )
  .action(async (options: Options) => {
    loadEnvFile();
    const config = readConfig(process.env);
    if ((options.dataset === undefined) === (options.questions === undefined)) {
      throw new UserError('Expected either --dataset or --questions. Try: npm run eval -- --help', 2);
    }
    if (options.questions !== undefined) await evaluateAnswers(options.questions, options, config);
    else await evaluateSearch(options.dataset ?? '', options, config);
  });

async function evaluateSearch(folder: string, options: Options, config: Config): Promise<void> {
  const { holdout = 0, without = [], misses: shown = 0, json = false } = options;
  const { articles, ...asked } = await readCollection(folder);
  const indexed = articles.filter(({ id, title }) => hashShare(title ?? id) >= holdout);
  if (indexed.length === 0) throw new UserError(`--holdout ${holdout} leaves no article of ${folder}.`, 2);
  const model = await openModel(config);
  const embedder = await model.load();
  // Kept between runs, since embedding takes longer than asking.
  const part = holdout > 0 ? `without-${holdout}` : 'all';
  const directory = join(config.indexDir, 'eval', basename(resolve(folder)), part);
  const seeds = [await describeCorpus(folder)];
  await buildIndex({
    directory,
    read: async () => ({ articles: indexed, seeds }),
    model,
    encode: model.processes.encode,
    measureBaseline: (index, onQuestion) => measureBaseline(createSearch(index, embedder), onQuestion),
    onStep: showBuild(),
  }).finally(() => model.processes.end());
  const index = await openIndex(directory, model);
  const search = createSearch(index, embedder, without);
  // What is left out changes what scores mean.
  const baseline = without.length > 0 ? await measureBaseline(search) : index.baseline;
  const bar = questionBar(asked.queries.length);
  const library = { articles: index.articles, search, baseline };
  const { figures, misses } = await measureSearch(asked, library, holdout > 0, (done) => bar.update(done));
  bar.stop();
  const first = misses.slice(0, shown);
  if (json) console.log(JSON.stringify({ ...figures, ...(shown > 0 && { misses: first }) }));
  else console.log(searchReport(figures, misses, shown));
}

async function evaluateAnswers(file: string, options: Options, config: Config): Promise<void> {
  if (options.holdout !== undefined) throw new UserError('--holdout goes with --dataset only.', 2);
  const { misses: shown = 0, json = false, without = [] } = options;
  const questions = await readQuestions(file);
  const library = await openLibrary(config, without);
  const bar = questionBar(questions.length);
  const scored = await scoreAnswers(questions, library, (done) => bar.update(done));
  bar.stop();
  if (!json) {
    console.log(answerReport(scored, shown));
    return;
  }
  const first = scored.filter(isMiss).slice(0, shown);
  const misses = first.map(({ asked, answer }) => ({ ...asked, ...answerToJson(answer) }));
  const figures = { ...figuresOf(scored), byLanguages: figuresByLanguage(scored) };
  console.log(JSON.stringify({ ...figures, ...(shown > 0 && { misses }) }));
}

function questionBar(total: number): SingleBar {
  const bar = new SingleBar({
    stream: process.stderr,
    format: 'Asking {bar} {value}/{total} questions, {eta_formatted} left',
    clearOnComplete: true,
    gracefulExit: false,
  });
  bar.start(total, 0);
  return bar;
}

/** A number from 0 to 1 that depends on a text alone: which articles are left out is the same each time. */
function hashShare(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE() / 2 ** 32;
}

function shareOf(text: string): number {
  const share = Number(text);
  if (text.trim() === '' || !(share > 0 && share < 1))
    throw new InvalidArgumentError('Expected a number between 0 and 1.');
  return share;
}

function numberOf(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('Expected a whole number.');
  return Number(text);
}

function partsOf(text: string): Part[] {
  const names = text.split(',').map((name) => name.trim());
  const parts = PARTS.filter((part) => names.includes(part));
  if (parts.length !== new Set(names).size)
    throw new InvalidArgumentError(`Expected some of ${PARTS.join(',')}.`);
  return parts;
}

await run(command);
