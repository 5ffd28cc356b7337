import { mkdir, readdir, stat, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readConfig } from '../../src/config.js';
import { round } from '../../src/eval/metrics.js';
import { openIndex } from '../../src/index/open.js';
import { percentile } from '../../src/percentile.js';
import type { Built } from '../../src/scripts/build.js';
import { openModel } from '../../src/scripts/open-model.js';
import { programFile, ROOT } from '../program.js';
import { timesOfSearch, vectorRecall } from './archive-search.js';
import { bareRate } from './bare-sessions.js';
import { articleText, fileOf, writeArticles } from './made-articles.js';
import { startMeasured } from './measured-run.js';

/** What an archive costs. Seconds, megabytes, milliseconds. */
export interface ArchiveFigures {
  articles: number;
  passages: number;
  /** Of the whole build; of a run that was taken up again, of what was left. */
  seconds: number;
  embedded: number;
  textsPerSecond: number;
  /** What two bare sessions of one thread each do of the same texts. */
  bareTextsPerSecond: number;
  memory: number;
  disk: number;
  /** The median of three. */
  oneAdded: number;
  oneRemoved: number;
  /** The first time, when a system may have to read from the disk again what was read at the start of the build. */
  firstAdded: number;
  firstAnswer: number;
  beforeSecondLookP95: number;
  searchP95: number;
  recall: number;
}

/** Texts for some ten seconds. */
const BARE_ARTICLES = 40;
/** How often an article is added and removed. */
const TIMES = 3;

/** Builds an archive with the command itself, and measures what people do with it. */
export async function measureArchive(articles: number): Promise<ArchiveFigures> {
  const folder = join(ROOT, 'index', 'bench', `${articles}`);
  const [seeds, directory] = [join(folder, 'seeds'), join(folder, 'index')];
  const env = { SEEDS_DIR: seeds, INDEX_DIR: directory };
  const index = () => startMeasured([programFile('index'), '--json'], env).ended;
  await mkdir(directory, { recursive: true });
  console.error(`The archive is kept in ${folder}; it may be deleted at any time.`);
  await writeArticles(seeds, articles);
  await unlink(join(seeds, fileOf(articles))).catch(() => {});
  const bareBefore = await bareRate(BARE_ARTICLES);
  const built = await index();
  // Before and after: over a long run, a machine gets slower or faster.
  const bareTextsPerSecond = (bareBefore + (await bareRate(BARE_ARTICLES))) / 2;
  if (built.code !== 0) throw new Error('The index could not be built');
  const { passages, embedded, embedding }: Built = JSON.parse(built.stdout);
  const [added, removed]: [number[], number[]] = [[], []];
  for (let i = 0; i < TIMES; i++) {
    // Another one each time: what was embedded of one that was removed is still there for a while.
    await writeFile(join(seeds, fileOf(articles)), articleText(articles + i));
    const adding = await index();
    if ((JSON.parse(adding.stdout) as Built).embedded === 0) throw new Error('It was embedded before');
    added.push(adding.seconds);
    await unlink(join(seeds, fileOf(articles)));
    removed.push((await index()).seconds);
  }
  const asked = startMeasured(
    [programFile('ask'), '--json', 'What did the university of Irville give away?'],
    env,
  );
  const firstAnswer = (await asked.ended).seconds;
  const model = await openModel(readConfig({}));
  const open = await openIndex(directory, model);
  const times = await timesOfSearch(open, await model.load());
  return {
    articles,
    passages,
    seconds: round(built.seconds, 1),
    embedded,
    // Of a run in which nothing was left to embed, there is no rate.
    textsPerSecond: embedding.texts > 1 ? round((embedding.texts - 1) / embedding.seconds, 1) : 0,
    bareTextsPerSecond: round(bareTextsPerSecond, 1),
    memory: Math.round(built.memory),
    disk: Math.round((await sizeOf(directory)) / 1e6),
    oneAdded: round(percentile(added, 0.5), 2),
    oneRemoved: round(percentile(removed, 0.5), 2),
    firstAdded: round(added[0] ?? 0, 2),
    firstAnswer: round(firstAnswer, 2),
    beforeSecondLookP95: round(percentile(times.before, 0.95), 1),
    searchP95: round(percentile(times.whole, 0.95), 1),
    recall: round(vectorRecall(open.vectors), 4),
  };
}

async function sizeOf(folder: string): Promise<number> {
  let size = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) size += (await stat(join(entry.parentPath, entry.name))).size;
  }
  return size;
}

/** Each number with what is wanted of it. */
export function archiveRows(figures: ArchiveFigures): string[][] {
  const share = Math.round((100 * figures.textsPerSecond) / figures.bareTextsPerSecond);
  return [
    [`passages of ${figures.articles} articles`, `${figures.passages}`, ''],
    [`built, ${figures.embedded} of them embedded`, `${figures.seconds} s`, ''],
    ['texts embedded a second', `${figures.textsPerSecond}`, ''],
    ['of what two bare sessions embed', `${share} %`, '90 % or more'],
    ['most memory of all processes', `${figures.memory} MB`, 'under 1500 MB'],
    ['disk', `${figures.disk} MB`, ''],
    ['one article added, the whole command, median of 3', `${figures.oneAdded} s`, 'under 3 s'],
    ['the first of them, partly read from the disk', `${figures.firstAdded} s`, ''],
    ['one article removed, median of 3', `${figures.oneRemoved} s`, 'under 3 s'],
    ['from the command to the first answer', `${figures.firstAnswer} s`, 'under 5 s'],
    ['a search before the second look, p95', `${figures.beforeSecondLookP95} ms`, 'under 30 ms'],
    ['a search, p95', `${figures.searchP95} ms`, 'under 150 ms'],
    ['recall of the vector index against exact search', `${figures.recall}`, '.99 or more'],
  ];
}
