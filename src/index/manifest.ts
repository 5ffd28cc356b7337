import { hash } from 'node:crypto';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Article } from '../article/article.js';
import type { SeedFile } from '../article/seed-files.js';
import { PASSAGE_SIZE } from '../passage.js';
import { systemCode, UserError } from '../user-error.js';
import { readText } from '../whole-file.js';
import { BUILD_FILES } from './build-files.js';
import { damaged } from './damaged.js';
import { SEGMENT_FILE } from './segment.js';
import { HNSW } from './vector-graph.js';

/** The file in the index's folder that names the current build; who replaces it makes another build current. */
export const MANIFEST_FILE = 'manifest.json';

/**
 * Raised when the files of an index change so that an older one must be rebuilt, or how articles are read, cut, or
 * scored: the baseline in it depends on the weights of score.ts and certainty.ts, and on the unrelated questions.
 */
export const FORMAT = 3;

/** A build's folder: when it was made, and some letters so that no two are the same. */
export const BUILD_FOLDER = /^\d{8}T\d{6}Z-[0-9a-f]{6}$/;

const size = z.int().nonnegative();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const contents = z.object({
  format: z.literal(FORMAT),
  build: z.string().regex(BUILD_FOLDER),
  model: z.object({ name: z.string(), sha256, dimension: size }),
  passages: z.object({ words: size, overlap: size }),
  hnsw: z.object({ m: size, efConstruction: size }),
  baseline: z.object({
    unshared: z.number(),
    shared: z.number(),
    deviation: z.number(),
    /** How many passages have come or gone since it was measured. */
    changed: size,
  }),
  seeds: z.array(z.object({ file: z.string(), length: size, sha256 })),
  articles: z.array(
    z.object({
      id: z.string(),
      file: z.string(),
      entry: size,
      length: size,
      sha256,
      date: z.string().nullable(),
      dateSource: z.enum(['stated', 'inferred']).nullable(),
      dateReason: z.string().nullable(),
    }),
  ),
  segments: z.array(z.object({ name: z.string().regex(SEGMENT_FILE), length: size, sha256 })),
  files: z.record(z.enum(BUILD_FILES), z.object({ length: size, sha256 })),
});

/** What an index holds and was made from. `length` is in UTF-16 units for an article's text, in bytes for a file. */
export type Manifest = z.output<typeof contents>;

/**
 * What questions score that no such archive answers: where they share no word with it, what is added where they share
 * all, and their standard deviation from that line.
 */
export type Baseline = Omit<Manifest['baseline'], 'changed'>;

/** The manifest as a file: with a sum over all that it says, so that a changed letter shows. */
export function formatManifest(manifest: Manifest): string {
  return `${JSON.stringify({ ...manifest, sha256: hashOf(JSON.stringify(manifest)) }, null, 2)}\n`;
}

/**
 * Reads the manifest of an index.
 * @returns null where there is no index yet, or only one of an older format
 * @throws UserError where it is damaged or of a newer version
 */
export async function readManifest(directory: string): Promise<Manifest | null> {
  let file: string;
  try {
    file = await readText(join(directory, MANIFEST_FILE));
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOENT') return null;
    throw new UserError(
      `INDEX_DIR should be a folder with an index, but ${MANIFEST_FILE} cannot be read (${code}): ${directory}`,
    );
  }
  const read = parseJson(file);
  const format = z.object({ format: z.int() }).safeParse(read);
  if (format.success && format.data.format > FORMAT) {
    throw new UserError(
      `The index in ${directory} was made by a newer version of this program (format ${format.data.format}; this one ` +
        `reads ${FORMAT}). Update the program, or run "npm run index" to build the index again.`,
    );
  }
  if (format.success && format.data.format < FORMAT) return null;
  const parsed = contents.safeParse(read);
  if (!parsed.success || !isAsWritten(read as Manifest, file)) {
    throw damaged(directory, `${MANIFEST_FILE} was changed or cut off`);
  }
  return parsed.data;
}

/** Whether a manifest says what its sum was made of, in just these characters. */
function isAsWritten({ sha256: _, ...manifest }: Manifest & { sha256?: string }, file: string): boolean {
  return formatManifest(manifest) === file;
}

/** What the manifest keeps of an article. */
export function describeArticle(article: Article): Manifest['articles'][number] {
  const { id, file, entry, text, date, dateSource, dateReason } = article;
  const sha256 = hashOf(JSON.stringify(article));
  return { id, file, entry, length: text.length, sha256, date, dateSource, dateReason };
}

/** How passages are cut and linked: of an index of other sizes, nothing can be taken over. */
export const SIZES = { passages: PASSAGE_SIZE, hnsw: { m: HNSW.m, efConstruction: HNSW.efConstruction } };

/**
 * Why nothing of an index can be used: a part of a sentence, or null where it was made with this model and these sizes.
 * @param model the hash of the model's files
 */
export function whyUnusable(manifest: Manifest | null, model: string): string | null {
  if (!manifest) return 'there is none yet';
  if (manifest.model.sha256 !== model) return 'the model is another one';
  const { passages, hnsw } = manifest;
  return isDeepStrictEqual({ passages, hnsw }, SIZES) ? null : 'its sizes are others';
}

/** Why an index has to be built: the same, or that it was not made from just these files. */
export function whyOutdated(manifest: Manifest | null, seeds: SeedFile[], model: string): string | null {
  const unusable = whyUnusable(manifest, model);
  if (unusable !== null || !manifest) return unusable;
  return isDeepStrictEqual(manifest.seeds, seeds) ? null : 'the articles have changed';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const hashOf = (text: string): string => hash('sha256', text);
