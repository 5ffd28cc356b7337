import { measureBaseline } from '../certainty.js';
import type { Config } from '../config.js';
import { type BuildReport, buildIndex } from '../index/build.js';
import { createSearch } from '../search.js';
import type { Model } from './open-model.js';
import { showBuild } from './progress.js';
import { readSeeds } from './read-seeds.js';

/** Reads the articles and brings the index up to date with them; what happens is told on standard error. */
export async function build(
  config: Config,
  model: Model,
  full = false,
): Promise<BuildReport & { articles: number; skipped: number }> {
  let [articles, skipped] = [0, 0];
  const report = await buildIndex({
    directory: config.indexDir,
    read: async (known) => {
      const found = await readSeeds(config, known);
      [articles, skipped] = [found.articles.length, found.skipped.length];
      return found;
    },
    model,
    encode: model.encode,
    full,
    measureBaseline: async (index) => measureBaseline(createSearch(index, await model.load())),
    onStep: showBuild(),
  });
  return { articles, skipped, ...report };
}
