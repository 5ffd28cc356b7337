import type { SeedFile } from '../article/seed-files.js';
import type { SumFiles } from '../hash-files.js';
import type { FileSums } from './build-files.js';
import { publish } from './build-folder.js';
import { type BuildOptions, progressOf } from './build-options.js';
import { baseOf, composeIndex, type Texts } from './compose.js';
import { FORMAT, type Manifest, SIZES } from './manifest.js';
import type { Plan } from './plan.js';
import { type SegmentFile, Segments } from './segment.js';
import { writeVectors } from './write-build.js';

/** How many of the passages may have come or gone before the baseline is measured again. */
const BASELINE_HOLDS = 0.1;

/** A build of which the texts are written. */
export interface Begun {
  name: string;
  texts: Texts;
  files: Partial<FileSums>;
}

export interface Completed extends Begun {
  plan: Plan;
  segments: SegmentFile[];
  seeds: SeedFile[];
}

/** Puts the new index together, writes it, and makes it the current one. */
export async function publishPlan(
  { name, plan, texts, files, segments, seeds }: Completed,
  sumFiles: SumFiles,
  options: BuildOptions,
): Promise<Manifest> {
  const { directory, model, onStep } = options;
  const { old } = plan;
  const progress = progressOf(options);
  const open = Segments.open(directory, segments);
  let manifest: Manifest;
  try {
    const contents = composeIndex(plan, texts, open, baseOf(plan), progress('link'));
    const changed = (old?.manifest.baseline.changed ?? 0) + plan.changed;
    const holds = old !== null && changed <= BASELINE_HOLDS * contents.passages.size;
    const baseline = holds
      ? { ...old.manifest.baseline, changed }
      : { ...(await options.measureBaseline(contents, progress('measure'))), changed: 0 };
    onStep?.({ name: 'write' });
    const others = await writeVectors(directory, name, contents, sumFiles, () => onStep?.({ name: 'check' }));
    manifest = {
      format: FORMAT,
      build: name,
      model: { name: model.name, sha256: model.sha256, dimension: contents.vectors.dimension },
      ...SIZES,
      baseline,
      seeds,
      articles: plan.articles.map(({ description }) => description),
      segments,
      files: { ...files, ...others } as FileSums,
    };
  } finally {
    open.close();
  }
  // The last thing that may fail: what is published is never taken away again.
  onStep?.({ name: 'publish' });
  await publish(directory, manifest);
  return manifest;
}
