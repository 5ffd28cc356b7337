import { mkdir } from 'node:fs/promises';
import type { Article } from '../article/article.js';
import type { SeedFile } from '../article/seed-files.js';
import type { EncodeTexts } from '../embedding/encode-text.js';
import { publish, removeBuild, tidy, unwritable } from './build-folder.js';
import { withBuildLock } from './build-lock.js';
import { newBuildName } from './build-name.js';
import { completePlan } from './complete-plan.js';
import { composeIndex, composeTexts, isChangedInPlace, type Texts } from './compose.js';
import { DamagedIndex } from './damaged.js';
import { type Baseline, FORMAT, type Manifest, SIZES, whyOutdated } from './manifest.js';
import type { IndexContents, IndexModel } from './open.js';
import { articlesByFile, damagedPassages, openOld } from './open-old.js';
import { type Old, type Plan, planIndex } from './plan.js';
import { type SegmentFile, Segments } from './segment.js';
import { writeBuild } from './write-build.js';

/** Where a build is. One that ends at any of these steps leaves the old index in place, or the new one. */
export type BuildStep =
  | { name: 'wait' | 'write' | 'check' | 'publish' | 'tidy' }
  | { name: 'start'; reason: string }
  | { name: 'verify' | 'cut' | 'embed' | 'link' | 'measure'; done: number; total: number };

export interface BuildOptions {
  /** Where the index is. */
  directory: string;
  /**
   * Reads the articles, and the files that they are in; those of files that are unchanged may be taken over.
   * Called while no other build is under way, so that none can replace newer articles with older ones.
   */
  read: (known: KnownArticles) => Promise<{ articles: Article[]; seeds: SeedFile[] }>;
  model: IndexModel;
  encode: EncodeTexts;
  /**
   * Finds what questions score in the new index that no such archive answers.
   * @param onQuestion to be told how many are asked, and of how many
   */
  measureBaseline: (
    index: IndexContents,
    onQuestion: (done: number, total: number) => void,
  ) => Promise<Baseline>;
  /** Embed everything again, also what has not changed. */
  full?: boolean;
  /** Called before every step, and within the long ones as they go on. */
  onStep?: (step: BuildStep) => void;
}

/** The articles of the index that is there, by the files that they were read from, with the hashes of these. */
export type KnownArticles = Map<string, { sha256: string; articles: Article[] }>;

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
      () => buildRepairing(options),
    );
  } catch (error) {
    throw unwritable(directory, error);
  }
}

/** Where it comes upon damage, all that is kept is looked through, and what is damaged is embedded again. */
async function buildRepairing(options: BuildOptions): Promise<BuildReport> {
  try {
    return await build(options, false);
  } catch (error) {
    if (!(error instanceof DamagedIndex)) throw error;
    return build(options, true);
  }
}

/** @param isDamaged whether what is kept of the old index is to be looked through, which takes long for a large one */
async function build(options: BuildOptions, isDamaged: boolean): Promise<BuildReport> {
  const { directory, model, encode, full = false, onStep } = options;
  const progress = progressOf(options);
  const { manifest, old, reason: unusable } = await openOld(directory, model);
  try {
    const { articles, seeds } = await options.read(old && !full ? articlesByFile(old) : new Map());
    let reason = unusable ?? whyOutdated(manifest, seeds, model.sha256);
    if (old && (isDamaged || reason === null)) {
      // Who builds though nothing has changed may have been told that something is damaged.
      old.damaged = damagedPassages(old.index, progress('verify'));
      if (old.damaged.size > 0) reason = 'some of it is damaged';
      else if (!full && reason === null)
        return { passages: old.index.passages.size, embedded: 0, built: false };
    }
    onStep?.({ name: 'start', reason: reason ?? 'all of it, as asked for with --full' });
    const used = full ? null : old;
    const plan = planIndex(articles, used, progress('cut'));
    const completing = completePlan(plan, used, {
      directory,
      finished: manifest?.segments ?? [],
      model: model.sha256,
      encode,
      onText: progress('embed'),
    });
    // Another process embeds now, so there is time for what needs no vectors. Of a new archive, that would take memory
    // of which those that embed it need much.
    const early = isChangedInPlace(plan, used) ? composeTexts(plan, used) : null;
    const { embedded, segments } = await completing;
    const texts = early ?? composeTexts(plan, null);
    const current = await publishPlan({ plan, texts, segments, seeds }, used, options);
    onStep?.({ name: 'tidy' });
    // Somebody may be half-way through opening the build before this one, so that one stays until the next.
    await tidy(directory, manifest ? [manifest, current] : [current]);
    return { passages: plan.passages.length, embedded, built: true };
  } finally {
    old?.index.close();
  }
}

type LongStep = Extract<BuildStep, { done: number }>['name'];

/** Tells how far a long step is. */
function progressOf({ onStep }: BuildOptions): (name: LongStep) => (done: number, total: number) => void {
  return (name) => (done, total) => onStep?.({ name, done, total });
}

/** How many of the passages may have come or gone before the baseline is measured again. */
const BASELINE_HOLDS = 0.1;

interface Completed {
  plan: Plan;
  texts: Texts;
  segments: SegmentFile[];
  seeds: SeedFile[];
}

/** Puts the new index together, writes it, and makes it the current one. */
async function publishPlan(
  { plan, texts, segments, seeds }: Completed,
  old: Old | null,
  options: BuildOptions,
): Promise<Manifest> {
  const { directory, model, onStep } = options;
  const progress = progressOf(options);
  const base = isChangedInPlace(plan, old) ? old : null;
  const open = Segments.open(directory, segments);
  const name = newBuildName();
  try {
    const contents = composeIndex(plan, texts, open, base, progress('link'));
    const changed = (old?.manifest.baseline.changed ?? 0) + plan.changed;
    const holds = old !== null && changed <= BASELINE_HOLDS * contents.passages.size;
    const baseline = holds
      ? { ...old.manifest.baseline, changed }
      : { ...(await options.measureBaseline(contents, progress('measure'))), changed: 0 };
    onStep?.({ name: 'write' });
    const files = await writeBuild(directory, name, contents, () => onStep?.({ name: 'check' }));
    onStep?.({ name: 'publish' });
    const manifest: Manifest = {
      format: FORMAT,
      build: name,
      model: { name: model.name, sha256: model.sha256, dimension: contents.passages.dimension },
      ...SIZES,
      baseline,
      seeds,
      articles: plan.articles.map(({ description }) => description),
      segments,
      files,
    };
    await publish(directory, manifest);
    return manifest;
  } catch (error) {
    await removeBuild(directory, name);
    throw error;
  } finally {
    open.close();
  }
}
