import '../no-tracing.js';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { SaveableVectorStore } from '@langchain/core/vectorstores';
import hnswlib from 'hnswlib-node';
import { type Passage, withHeading } from '../passage.js';

export const VECTORS_FILE = 'vectors.hnsw';
export const PASSAGES_FILE = 'passages.jsonl';

/**
 * HNSW's parameters (Malkov and Yashunin 2018, arXiv 1603.09320). With these the recall against exact search was .993
 * on 100,000 clustered vectors.
 */
export const HNSW = { m: 16, efConstruction: 200, efSearch: 128 };
/** With the same seed, and points added in the same order, two builds are the same graph. */
const SEED = 100;

/**
 * Passages and their vectors in an HNSW index. Similarity is the cosine, -1 to 1; vectors come at length 1, so that
 * the inner product is the cosine and a vector is stored as it came.
 */
export class PassageIndex extends SaveableVectorStore {
  private constructor(
    embeddings: EmbeddingsInterface,
    private readonly hnsw: hnswlib.HierarchicalNSW,
    private readonly passages: Passage[],
  ) {
    super(embeddings, {});
    hnsw.setEf(HNSW.efSearch);
  }

  override _vectorstoreType(): string {
    return 'hnswlib';
  }

  /** An index without passages, for vectors of so many numbers. */
  static empty(embeddings: EmbeddingsInterface, dimension: number): PassageIndex {
    const hnsw = new hnswlib.HierarchicalNSW('ip', dimension);
    hnsw.initIndex({ maxElements: 0, m: HNSW.m, efConstruction: HNSW.efConstruction, randomSeed: SEED });
    return new PassageIndex(embeddings, hnsw, []);
  }

  /**
   * Loads what `save` wrote. The files must be known to be whole: a flipped byte in the vectors can end the process.
   * @param dimension the numbers in a vector; a wrong one would load, and give wrong distances
   */
  static override async load(
    directory: string,
    embeddings: EmbeddingsInterface,
    dimension?: number,
  ): Promise<PassageIndex> {
    const size = dimension ?? (await embeddings.embedQuery('')).length;
    const hnsw = new hnswlib.HierarchicalNSW('ip', size);
    await hnsw.readIndex(join(directory, VECTORS_FILE));
    const lines = (await readFile(join(directory, PASSAGES_FILE), 'utf8')).split('\n').slice(0, -1);
    const passages = lines.map((line): Passage => JSON.parse(line));
    if (hnsw.getCurrentCount() !== passages.length) {
      throw new Error(`The index holds ${hnsw.getCurrentCount()} vectors for ${passages.length} passages`);
    }
    return new PassageIndex(embeddings, hnsw, passages);
  }

  /** Writes the index into a folder that exists. A full disk may go unnoticed: read back what was written. */
  override async save(directory: string): Promise<void> {
    await this.hnsw.writeIndex(join(directory, VECTORS_FILE));
    await writeFile(
      join(directory, PASSAGES_FILE),
      this.passages.map((passage) => `${JSON.stringify(passage)}\n`).join(''),
    );
  }

  override async addDocuments(passages: Passage[]): Promise<void> {
    await this.addVectors(
      await this.embeddings.embedDocuments(passages.map((passage) => withHeading(passage).text)),
      passages,
    );
  }

  /** @param vectors at length 1, one a passage */
  override async addVectors(vectors: number[][], passages: Passage[]): Promise<void> {
    this.hnsw.resizeIndex(this.size + passages.length);
    for (const [i, passage] of passages.entries()) {
      this.hnsw.addPoint(vectors[i] ?? [], this.size);
      this.passages.push(passage);
    }
  }

  /**
   * The passages nearest to a vector of length 1.
   * @returns at most `count`, each with its cosine, the nearest first
   */
  override async similaritySearchVectorWithScore(
    vector: number[],
    count: number,
  ): Promise<[Passage, number][]> {
    return this.nearest(vector, count).flatMap(([position, cosine]): [Passage, number][] => {
      const passage = this.passages[position];
      return passage ? [[passage, cosine]] : [];
    });
  }

  /**
   * The same by position, among those passages only that are wanted.
   * @param isWanted told the position of a passage; without it, all are
   */
  nearest(vector: number[], count: number, isWanted?: (position: number) => boolean): [number, number][] {
    if (this.size === 0) return [];
    const { neighbors, distances } = this.hnsw.searchKnn(vector, Math.min(count, this.size), isWanted);
    return neighbors.map((position, i) => [position, 1 - (distances[i] ?? 1)]);
  }

  /** The vector of a passage, by its position. */
  vectorOf(position: number): number[] {
    return this.hnsw.getPoint(position);
  }

  /** Every passage, in the order in which they were added. */
  get all(): readonly Passage[] {
    return this.passages;
  }

  get size(): number {
    return this.passages.length;
  }

  get dimension(): number {
    return this.hnsw.getNumDimensions();
  }

  /** Every passage with its vector. */
  *entries(): Generator<[Passage, number[]]> {
    for (const [label, passage] of this.passages.entries()) yield [passage, this.hnsw.getPoint(label)];
  }
}
