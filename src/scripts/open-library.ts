import { join } from 'node:path';
import { describeSeedFiles } from '../article/seed-files.js';
import { measureBaseline } from '../certainty.js';
import type { Config } from '../config.js';
import { createCopies } from '../copies/copies.js';
import { findCopies } from '../copies/find-copies.js';
import { Embedder } from '../embedding/embedder.js';
import { fetchModel, parseHubModel } from '../embedding/hub.js';
import { type ModelFolder, readModelFolder } from '../embedding/model-folder.js';
import { readManifest, whyOutdated } from '../index/manifest.js';
import { openIndex } from '../index/open.js';
import type { Library } from '../library.js';
import { createLog } from '../log.js';
import type { Part } from '../score.js';
import { createSearch } from '../search.js';
import { createSameStatement } from '../statement.js';

/** Models from the hub are kept beside the one that comes with the program. */
const HUB_MODELS = join('models', 'hf');

/**
 * Everything a command needs: brings the index up to date with the articles where it is not, and opens it.
 * What takes long is told on standard error.
 * @param without parts of the search that are left out, to see what they are worth
 */
export async function openLibrary(config: Config, without: readonly Part[] = []): Promise<Library> {
  const seeds = await describeSeedFiles(config.seedsDir);
  const manifest = await readManifest(config.indexDir);
  const embedder = await Embedder.load(await openModel(config));
  if (whyOutdated(manifest, seeds, embedder.sha256) !== null) {
    // Loaded only where it is needed, since most starts find the index up to date.
    const { build } = await import('./build.js');
    await build(config, embedder);
  }
  const index = await openIndex(config.indexDir, embedder);
  const copies = createCopies(index.articles, index.passages.all, findCopies(index.articles));
  const search = createSearch(index, embedder, without, copies);
  return {
    articles: index.articles,
    log: createLog(config.logFormat, (line) => process.stderr.write(line)),
    search,
    isSameStatement: createSameStatement(index),
    copies,
    // What is left out changes what scores mean.
    baseline: without.length > 0 ? await measureBaseline(search) : index.baseline,
  };
}

/** The model that the settings name, fetched first where it is on the hub. */
export async function openModel({ embeddingModel, hubUrl }: Config): Promise<ModelFolder> {
  const model = parseHubModel(embeddingModel);
  if (!model) return readModelFolder(embeddingModel);
  const folder = await fetchModel(model, hubUrl, HUB_MODELS, (file) => console.error(`Fetching ${file}…`));
  return readModelFolder(folder, `${model.owner}/${model.name}`);
}
