import '../no-tracing.js';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { SaveableVectorStore } from '@langchain/core/vectorstores';
import hnswlib from 'hnswlib-node';
import { type Passage, withHeading } from '../passage.js';
import { type PassageLine, passageOfLine, type Texts, toLine } from './passage-line.js';

export const VECTORS_FILE = 'vectors.hnsw';
export const PASSAGES_FILE = 'passages.json';

/**
 * HNSW's parameters (Malkov and Yashunin 2018, arXiv 1603.09320). With these the recall against exact search was .993
 * on 100,000 clustered vectors.
 */
export const HNSW = { m: 16, efConstruction: 200, efSearch: 128 };
/** So many vectors are compared with what was read back. */
const COMPARED = 1_000;
/** With the same seed, and points added in the same order, two builds are the same graph. */
const SEED = 100;

/**
 * Passages and their vectors in an HNSW index. Similarity is the cosine, -1 to 1; vectors come at length 1, so that
 * the inner product is the cosine and a vector is stored as it came.
 */
export class PassageIndex extends SaveableVectorStore {
  /** The passage of each point of the graph, by the point's label; -1 for one that is no passage any more. */
  private positions: Int32Array;

  /**
   * @param labels the label of each passage in the graph
   * @param texts of the articles that the passages are cut from
   */
  private constructor(
    embeddings: EmbeddingsInterface,
    private readonly hnsw: hnswlib.HierarchicalNSW,
    private passages: Passage[],
    private labels: number[],
    private texts: Texts,
  ) {
    super(embeddings, {});
    hnsw.setEf(HNSW.efSearch);
    this.positions = positionsOf(labels, hnsw.getCurrentCount());
  }

  override _vectorstoreType(): string {
    return 'hnswlib';
  }

  /** An index without passages, for vectors of so many numbers. */
  static empty(embeddings: EmbeddingsInterface, dimension: number): PassageIndex {
    const hnsw = new hnswlib.HierarchicalNSW('ip', dimension);
    hnsw.initIndex({ maxElements: 0, m: HNSW.m, efConstruction: HNSW.efConstruction, randomSeed: SEED });
    return new PassageIndex(embeddings, hnsw, [], [], new Map());
  }

  /**
   * Loads what `save` wrote. The files must be known to be whole: a flipped byte in the vectors can end the process.
   * @param dimension the numbers in a vector; a wrong one would load, and give wrong distances
   * @param texts of the articles, where they were known when it was saved
   */
  static override async load(
    directory: string,
    embeddings: EmbeddingsInterface,
    dimension?: number,
    texts: Texts = new Map(),
  ): Promise<PassageIndex> {
    const size = dimension ?? (await embeddings.embedQuery('')).length;
    const hnsw = new hnswlib.HierarchicalNSW('ip', size);
    await hnsw.readIndex(join(directory, VECTORS_FILE));
    const lines: PassageLine[] = JSON.parse(await readFile(join(directory, PASSAGES_FILE), 'utf8'));
    const passages = lines.map((line) => passageOfLine(line, texts));
    const labels = lines.map(([label]) => label);
    return new PassageIndex(embeddings, hnsw, passages, labels, texts);
  }

  /** Writes the index into a folder that exists. A full disk may go unnoticed: read back what was written. */
  override async save(directory: string): Promise<void> {
    const written = this.hnsw.writeIndex(join(directory, VECTORS_FILE));
    const lines = this.passages.map((passage, i) => toLine(this.labels[i] as number, passage, this.texts));
    await writeFile(join(directory, PASSAGES_FILE), JSON.stringify(lines));
    await written;
  }

  /** Whether the vectors can be read from a folder as `save` wrote them: what a full disk cuts off shows there. */
  async isSaved(directory: string): Promise<boolean> {
    const saved = new hnswlib.HierarchicalNSW('ip', this.dimension);
    await saved.readIndex(join(directory, VECTORS_FILE));
    if (saved.getCurrentCount() !== this.hnsw.getCurrentCount()) return false;
    const step = Math.ceil(this.size / COMPARED) || 1;
    return this.labels
      .filter((_, position) => position % step === 0)
      .every((label) => isDeepStrictEqual(saved.getPoint(label), this.hnsw.getPoint(label)));
  }

  override async addDocuments(passages: Passage[]): Promise<void> {
    await this.addVectors(
      await this.embeddings.embedDocuments(passages.map((passage) => withHeading(passage).text)),
      passages,
    );
  }

  /** @param vectors at length 1, one a passage */
  override async addVectors(vectors: number[][], passages: Passage[]): Promise<void> {
    const kept = this.passages.map((passage, position) => ({ passage, position }));
    const added = passages.map((passage) => ({ passage, position: null }));
    this.replace([...kept, ...added], (i) => vectors[i - kept.length] ?? [], this.texts);
  }

  /**
   * Puts other passages in the place of those that it holds. Those that stay are not linked again; the points of those
   * that go are taken by those that come.
   * @param passages in their order, with the position at which each is already; null for one that comes
   * @param vectorOf told the new position of a passage that comes; of length 1
   * @param texts of the articles that the passages are cut from, as far as they are known
   * @param onAdded told how many have come, after each
   */
  replace(
    passages: { passage: Passage; position: number | null }[],
    vectorOf: (position: number) => number[],
    texts: Texts,
    onAdded: (added: number) => void = () => {},
  ): void {
    const labels = passages.map(({ position }) =>
      position === null ? -1 : (this.labels[position] as number),
    );
    const free = this.freeLabels(labels);
    const points = this.hnsw.getCurrentCount();
    const added = labels.filter((label) => label === -1).length;
    this.hnsw.resizeIndex(Math.max(points, points + added - free.length));
    let count = 0;
    for (const [i, label] of labels.entries()) {
      if (label !== -1) continue;
      labels[i] = free.pop() ?? this.hnsw.getCurrentCount();
      this.hnsw.addPoint(vectorOf(i), labels[i] as number);
      onAdded(++count);
    }
    this.passages = passages.map(({ passage }) => passage);
    this.labels = labels;
    this.texts = texts;
    this.positions = positionsOf(labels, this.hnsw.getCurrentCount());
  }

  /** Marks the points that no passage has any more as deleted; a point that is added again takes their place. */
  private freeLabels(kept: number[]): number[] {
    const isKept = new Set(kept);
    const free: number[] = [];
    for (const [label, position] of this.positions.entries()) {
      if (isKept.has(label)) continue;
      if (position !== -1) this.hnsw.markDelete(label);
      free.push(label);
    }
    return free;
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
    const positionOf = (label: number): number => this.positions[label] as number;
    const isLabelWanted = isWanted && ((label: number) => isWanted(positionOf(label)));
    const { neighbors, distances } = this.hnsw.searchKnn(vector, Math.min(count, this.size), isLabelWanted);
    return neighbors.map((label, i) => [positionOf(label), 1 - (distances[i] ?? 1)]);
  }

  /** The vector of a passage, by its position. */
  vectorOf(position: number): number[] {
    return this.hnsw.getPoint(this.labels[position] as number);
  }

  /** Every passage, in the order of the articles and of their texts. */
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
    for (const [position, passage] of this.passages.entries()) yield [passage, this.vectorOf(position)];
  }
}

function positionsOf(labels: number[], points: number): Int32Array {
  const positions = new Int32Array(points).fill(-1);
  for (const [position, label] of labels.entries()) positions[label] = position;
  return positions;
}
