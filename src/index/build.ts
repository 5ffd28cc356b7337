import { mkdir } from 'node:fs/promises';
import { type SumFiles, withHashThread } from '../hash-files.js';
import { removeBuild, tidy, unwritable } from './build-folder.js';
import { withBuildLock } from './build-lock.js';
import { newBuildName } from './build-name.js';
import { type BuildOptions, progressOf } from './build-options.js';
import { completePlan } from './complete-plan.js';
import { baseOf, composeTexts } from './compose.js';
import { DamagedIndex } from './damaged.js';
import { FORMAT, type Manifest, SIZES, whyOutdated } from './manifest.js';
import type { Old } from './old-articles.js';
import { damagedPassages, openOld } from './open-old.js';
import { planIndex } from './plan.js';
import { type Begun, publishPlan } from './publish-plan.js';
import { writeTexts } from './write-build.js';

export interface BuildReport {
  passages: number;
  /** Those that were embedded; the vectors of the others were there already. */
  embedded: number;
  /** False where the index was already made from just these articles and this model. */
  built: boolean;
}

/**
 * Builds the index in a folder of its own, reads back what was written, and then makes it the current one by
 * replacing the manifest. Until that step the old index serves; a second build waits for the first.
 * @throws UserError where the folder cannot be written, or the disk is full
 */
export async function buildIndex(options: BuildOptions): Promise<BuildReport> {
  const { directory, onStep } = options;
  try {
    await mkdir(directory, { recursive: true });
    return await withBuildLock(
      directory,
      () => onStep?.({ name: 'wait' }),
      () => withHashThread((sumFiles) => buildRepairing(options, sumFiles)),
    );
  } catch (error) {
    throw unwritable(directory, error);
  }
}

/** Where it comes upon damage, all that is kept is looked through, and what is damaged is embedded again. */
async function buildRepairing(options: BuildOptions, sumFiles: SumFiles): Promise<BuildReport> {
  try {
    return await build(options, sumFiles, false);
  } catch (error) {
    if (!(error instanceof DamagedIndex)) throw error;
    return build(options, sumFiles, true);
  }
}

/** @param verifies whether what is kept of the old index is to be looked through, which takes long for a large one */
async function build(options: BuildOptions, sumFiles: SumFiles, verifies: boolean): Promise<BuildReport> {
  const { directory, model, encode, full = false, onStep } = options;
  const progress = progressOf(options);
  const { manifest, old, reason: unusable, read } = await openOld(options, sumFiles);
  try {
    const { articles, seeds } = read;
    let reason = unusable ?? whyOutdated(manifest, seeds, model.sha256);
    if (old && (verifies || reason === null)) {
      // Who builds though nothing has changed may have been told that something is damaged.
      old.damaged = damagedPassages(old.index, progress('verify'));
      if (old.damaged.size > 0) reason = 'some of it is damaged';
      else if (!full && reason === null)
        return { passages: old.index.passages.size, embedded: 0, built: false };
    }
    onStep?.({ name: 'start', reason: reason ?? 'all of it, as asked for with --full' });
    const maker = JSON.stringify({ format: FORMAT, model: model.sha256, ...SIZES });
    const finished = manifest?.segments.map(({ name }) => name) ?? [];
    const plan = planIndex(articles, full ? null : old, progress('cut'));
    const name = newBuildName();
    const begin = async (base: Old | null): Promise<Begun> => {
      const texts = composeTexts(plan, base);
      return { name, texts, files: await writeTexts(directory, name, texts, sumFiles) };
    };
    let embedded: number;
    let current: Manifest;
    try {
      const completing = completePlan(plan, {
        directory,
        finished,
        maker,
        full,
        encode,
        onText: progress('embed'),
        onSalvage: progress('verify'),
      });
      // Another process embeds now, so there is time for what needs no vectors. Of a new archive, that would take memory
      // of which those that embed it need much.
      const base = baseOf(plan);
      const early = base ? begin(base) : null;
      // Neither may go on when the lock is given back, whatever becomes of the other.
      await Promise.allSettled([completing, early]);
      const [completed, begun] = [await completing, await early];
      embedded = completed.embedded;
      const { segments } = completed;
      current = await publishPlan(
        { plan, segments, seeds, ...(begun ?? (await begin(null))) },
        sumFiles,
        options,
      );
    } catch (error) {
      await removeBuild(directory, name);
      throw error;
    }
    onStep?.({ name: 'tidy' });
    // Somebody may be half-way through opening the build before this one, so that one stays until the next.
    await tidy(directory, manifest ? [manifest, current] : [current], maker);
    return { passages: plan.passages.length, embedded, built: true };
  } finally {
    old?.index.close();
  }
}
