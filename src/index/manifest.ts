import { hash } from 'node:crypto';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Article } from '../article/article.js';
import type { SeedFile } from '../article/seed-files.js';
import { PASSAGE_SIZE, type PassageSize } from '../passage.js';
import { systemCode, UserError } from '../user-error.js';
import { readText } from '../whole-file.js';
import type { FileSums } from './build-files.js';
import { damaged } from './damaged.js';
import type { SegmentFile } from './segment.js';
import { HNSW } from './vector-graph.js';

/** The file in the index's folder that names the current build; who replaces it makes another build current. */
export const MANIFEST_FILE = 'manifest.json';

/**
 * Raised when the files of an index change so that an older one must be rebuilt, or how articles are read, cut, or
 * scored: the baseline in it depends on the weights of score.ts and certainty.ts, and on the unrelated questions.
 */
export const FORMAT = 4;

/** A build's folder: when it was made, and some letters so that no two are the same. */
export const BUILD_FOLDER = /^\d{8}T\d{6}Z-[0-9a-f]{6}$/;

/** What an index holds and was made from. `length` is in UTF-16 units for an article's text, in bytes for a file. */
export interface Manifest {
  format: number;
  /** The name of its folder. */
  build: string;
  model: { name: string; sha256: string; dimension: number };
  passages: PassageSize;
  hnsw: { m: number; efConstruction: number };
  /** `changed`: how many passages have come or gone since it was measured. */
  baseline: Baseline & { changed: number };
  seeds: SeedFile[];
  articles: ArticleEntry[];
  segments: SegmentFile[];
  files: FileSums;
}

/** What the manifest says of an article. */
export type ArticleEntry = Pick<Article, 'id' | 'file' | 'entry' | 'date' | 'dateSource' | 'dateReason'> & {
  length: number;
  sha256: string;
};

/**
 * What questions score that no such archive answers: where they share no word with it, what is added where they share
 * all, and their standard deviation from that line.
 */
export interface Baseline {
  unshared: number;
  shared: number;
  deviation: number;
}

/** The manifest as a file: with a sum over all that stands before it, so that a changed letter shows. */
export function formatManifest(manifest: Manifest): string {
  const said = JSON.stringify(manifest, null, 2).slice(0, -'\n}'.length);
  return `${said}${SUM}${hashOf(said)}"\n}\n`;
}

const SUM = ',\n  "sha256": "';

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
  const format = read?.format ?? FORMAT;
  if (format > FORMAT) {
    throw new UserError(
      `The index in ${directory} was made by a newer version of this program (format ${format}; this one ` +
        `reads ${FORMAT}). Update the program, or run "npm run index" to build the index again.`,
    );
  }
  if (format < FORMAT) return null;
  // Whoever wrote it knew what belongs in it, so that its sum is all there is to check.
  if (!read || !isAsWritten(file)) throw damaged(directory, `${MANIFEST_FILE} was changed or cut off`);
  const { sha256: _, ...manifest } = read;
  return manifest;
}

/** Whether what stands before the sum is what it was made of, and nothing comes after it. */
function isAsWritten(file: string): boolean {
  const said = file.slice(0, Math.max(0, file.lastIndexOf(SUM)));
  return file === `${said}${SUM}${hashOf(said)}"\n}\n`;
}

/** What the manifest keeps of an article. */
export function describeArticle(article: Article): ArticleEntry {
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
  return isSame(manifest.seeds, seeds) ? null : 'the articles have changed';
}

/** What is so for thousands of files, `isDeepStrictEqual` takes ten times as long to find. */
function isSame(ones: SeedFile[], others: SeedFile[]): boolean {
  if (ones.length !== others.length) return false;
  return ones.every(({ file, length, sha256 }, i) => {
    const other = others[i];
    return file === other?.file && length === other.length && sha256 === other.sha256;
  });
}

function parseJson(text: string): (Manifest & { sha256: string }) | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const hashOf = (text: string): string => hash('sha256', text);
