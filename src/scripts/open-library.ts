import { describeSeedFiles } from '../article/seed-files.js';
import { measureBaseline } from '../certainty.js';
import type { Config } from '../config.js';
import { readManifest, whyOutdated } from '../index/manifest.js';
import { openIndex } from '../index/open.js';
import type { Library } from '../library.js';
import { createLog } from '../log.js';
import type { Part } from '../score.js';
import { createSearch } from '../search.js';
import { createSameStatement } from '../statement.js';
import { openModel } from './open-model.js';

/**
 * Everything a command needs: brings the index up to date with the articles where it is not, and opens it.
 * What takes long is told on standard error.
 * @param without parts of the search that are left out, to see what they are worth
 */
export async function openLibrary(config: Config, without: readonly Part[] = []): Promise<Library> {
  const seeds = await describeSeedFiles(config.seedsDir);
  const manifest = await readManifest(config.indexDir);
  const model = await openModel(config);
  if (whyOutdated(manifest, seeds, model.sha256) !== null) {
    // Loaded only where it is needed, since most starts find the index up to date.
    const { build } = await import('./build.js');
    await build(config, model);
  }
  const embedder = await model.load();
  const index = await openIndex(config.indexDir, model);
  const search = createSearch(index, embedder, without);
  return {
    articles: index.articles,
    log: createLog(config.logFormat, (line) => process.stderr.write(line)),
    search,
    isSameStatement: createSameStatement(index),
    // What is left out changes what scores mean.
    baseline: without.length > 0 ? await measureBaseline(search) : index.baseline,
  };
}
