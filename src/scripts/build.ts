import { findFolder } from '../article/seed-files.js';
import type { Config } from '../config.js';
import { type BuildReport, buildIndex } from '../index/build.js';
import { printable } from '../printable.js';
import { fateLines } from './file-fates.js';
import type { Model } from './open-model.js';
import { showBuild } from './progress.js';
import { readSeeds } from './read-seeds.js';

/** What a build did. */
export interface Built extends BuildReport {
  articles: number;
  skipped: number;
  /** The texts that were embedded, those of articles as a whole too, and how long that took from the first to the last. */
  embedding: { texts: number; seconds: number };
}

/**
 * Reads the articles and brings the index up to date with them; what happens is told on standard error.
 * @param tellsFates whether a line tells of each file that is new, has changed or is gone
 * @param isLast whether the processes that embed end as soon as they are done: their memory takes a while to give back
 */
export async function build(
  config: Config,
  model: Model,
  { full = false, tellsFates = false, isLast = true } = {},
): Promise<Built> {
  let [articles, skipped, firstText] = [0, 0, 0];
  const embedding = { texts: 0, seconds: 0 };
  const show = showBuild();
  // Before anything is written: where a disk is not mounted, an index beside the articles would be begun in its place.
  await findFolder(config.seedsDir);
  // It loads the model while the articles are read.
  model.processes.start();
  const report = await buildIndex({
    directory: config.indexDir,
    read: async (known, before) => {
      const found = await readSeeds(config, known);
      if (tellsFates) for (const line of fateLines(found, before)) console.error(printable(line));
      [articles, skipped] = [found.articles.length, found.skipped.length];
      return found;
    },
    model,
    encode: async (texts, onEncoded) => {
      await model.processes.encode(texts, onEncoded);
      if (isLast) model.processes.end();
    },
    full,
    measureBaseline: async (index, onQuestion) => {
      // Loaded only where it is needed, since most builds keep the one that is there.
      const [{ measureBaseline }, { createSearch }] = await Promise.all([
        import('../certainty.js'),
        import('../search.js'),
      ]);
      return measureBaseline(createSearch(index, await model.load()), onQuestion);
    },
    onStep: (step) => {
      show(step);
      if (step.name !== 'embed') return;
      firstText ||= performance.now();
      embedding.texts = step.done;
      embedding.seconds = (performance.now() - firstText) / 1_000;
    },
  });
  return { articles, skipped, embedding, ...report };
}
