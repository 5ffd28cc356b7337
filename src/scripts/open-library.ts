import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Article, Span } from '../article/article.js';
import { describeSeedFiles } from '../article/seed-files.js';
import { articleSentences } from '../article-sentences.js';
import { Catalogue } from '../catalogue.js';
import { measureBaseline } from '../certainty.js';
import type { Config } from '../config.js';
import { createCopies } from '../copies/copies.js';
import { timeOfBuild } from '../index/build-name.js';
import { followIndex } from '../index/follow.js';
import { readManifest, whyOutdated } from '../index/manifest.js';
import { openIndex } from '../index/open.js';
import { lazily } from '../lazily.js';
import type { Library } from '../library.js';
import { LiveLibrary, type OpenedLibrary } from '../live-library.js';
import { createLog } from '../log.js';
import { overviewOf } from '../overview.js';
import type { Part } from '../score.js';
import { createSearch } from '../search.js';
import { createSameStatement } from '../statement.js';
import { systemCode } from '../user-error.js';
import { describe } from './command-line.js';
import { type Model, openModel } from './open-model.js';

/**
 * Everything a command needs: brings the index up to date with the articles where it is not, and opens it.
 * What takes long is told on standard error.
 * @param without parts of the search that are left out, to see what they are worth
 */
export async function openLibrary(config: Config, without: readonly Part[] = []): Promise<Library> {
  return (await openCurrent(config, await openModel(config), without)).library;
}

/**
 * The same, for what goes on running: it follows the index, and answers from a new build as soon as there is one.
 * @param onChange told how many articles the new one has, or that it cannot be used; the old one then goes on serving
 */
export async function openLiveLibrary(
  config: Config,
  onChange: (change: { articles: number } | { problem: string }) => void,
): Promise<LiveLibrary> {
  const model = await openModel(config);
  const first = await openCurrent(config, model, []);
  const live = new LiveLibrary(first);
  const onBuild = async () => {
    const next = await open(config, model, []);
    next.library.catalogue();
    live.replace(next);
    onChange({ articles: live.articles.length });
  };
  followIndex(config.indexDir, first.build, onBuild, (error) => onChange({ problem: describe(error) }));
  return live;
}

async function openCurrent(
  config: Config,
  model: Model,
  without: readonly Part[],
): Promise<OpenedLibrary & { build: string }> {
  const seeds = await describeSeedFiles(config.seedsDir);
  if (whyOutdated(await readManifest(config.indexDir), seeds, model.sha256) !== null) {
    // Loaded only where it is needed, since most starts find the index up to date.
    const { build } = await import('./build.js');
    await build(config, model).finally(() => model.processes.end());
  }
  return open(config, model, without);
}

async function open(
  config: Config,
  model: Model,
  without: readonly Part[],
): Promise<OpenedLibrary & { build: string }> {
  const [embedder, index] = await Promise.all([model.load(), openIndex(config.indexDir, model)]);
  const sentencesOf = (article: Article): Span[] => articleSentences(index.passages.of(article));
  const copies = createCopies(index.articles, index.copies, sentencesOf);
  const search = createSearch(index, embedder, without, copies);
  const library: Library = {
    articles: index.articles,
    overview: overviewOf(index.articles),
    sentencesOf,
    log: createLog(config.logFormat, (line) => process.stderr.write(line)),
    search,
    isSameStatement: createSameStatement(index),
    copies,
    // What is left out changes what scores mean.
    baseline: without.length > 0 ? await measureBaseline(search) : index.baseline,
    about: {
      passages: index.passages.size,
      built: timeOfBuild(index.build),
      // Everybody may read it, and the rest of a path is nobody's business.
      from: basename(config.seedsDir),
      model: model.name,
      version: await ownVersion(),
    },
    catalogue: lazily(() => new Catalogue(index.articles)),
  };
  return { library, build: index.build, close: () => index.close() };
}

/** The version of this program, as its package.json says, which stands above it as it is written and as it is compiled. */
async function ownVersion(folder = import.meta.dirname): Promise<string> {
  const text = await readFile(join(folder, 'package.json'), 'utf8').catch((error) => {
    if (systemCode(error) === 'ENOENT' && folder !== dirname(folder)) return null;
    throw error;
  });
  return text === null ? ownVersion(dirname(folder)) : JSON.parse(text).version;
}
