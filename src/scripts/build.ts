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
  const { articles, seeds, skipped } = await readSeeds(config);
  const report = await buildIndex({
    directory: config.indexDir,
    articles,
    seeds,
    model,
    encode: model.encode,
    full,
    measureBaseline: async (index) => measureBaseline(createSearch(index, await model.load())),
    onStep: showBuild(),
  });
  return { articles: articles.length, skipped: skipped.length, ...report };
}
