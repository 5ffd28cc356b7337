import { join } from 'node:path';
import type { Passage } from '../passage.js';
import { readText, writeWhole } from '../whole-file.js';
import { type PassageLine, passageOfLine, type Texts, toLine } from './passage-line.js';
import { VectorGraph } from './vector-graph.js';

export const VECTORS_FILE = 'vectors.hnsw';
export const PASSAGES_FILE = 'passages.json';

/**
 * Passages and their vectors in an HNSW index. Similarity is the cosine, -1 to 1; vectors come at length 1, so that
 * the inner product is the cosine and a vector is stored as it came.
 */
export class PassageIndex {
  /** The passage of each point of the graph, by the point's label; -1 for one that is no passage any more. */
  private positions: Int32Array;

  /**
   * @param labels the label of each passage in the graph
   * @param texts of the articles that the passages are cut from
   */
  private constructor(
    private readonly graph: VectorGraph,
    private passages: Passage[],
    private labels: number[],
    private texts: Texts,
  ) {
    this.positions = positionsOf(labels, graph.points);
  }

  /** An index without passages, for vectors of so many numbers. */
  static empty(dimension: number): PassageIndex {
    return new PassageIndex(VectorGraph.empty(dimension), [], [], new Map());
  }

  /**
   * Loads what `save` wrote. The files must be known to be whole: a flipped byte in the vectors can end the process.
   * @param dimension the numbers in a vector; a wrong one would load, and give wrong distances
   * @param texts of the articles, where they were known when it was saved
   * @param checked when the file of the vectors is known to be whole
   */
  static async load(
    directory: string,
    dimension: number,
    texts: Promise<Texts> = Promise.resolve(new Map()),
    checked: Promise<void> = Promise.resolve(),
  ): Promise<PassageIndex> {
    const read = Promise.all([readText(join(directory, PASSAGES_FILE)), texts]).then(([file, known]) => {
      const lines: PassageLine[] = JSON.parse(file);
      return {
        labels: lines.map(([label]) => label),
        passages: lines.map((line) => passageOfLine(line, known)),
        known,
      };
    });
    const [graph, { labels, passages, known }] = await Promise.all([
      checked.then(() => VectorGraph.load(join(directory, VECTORS_FILE), dimension)),
      read,
    ]);
    return new PassageIndex(graph, passages, labels, known);
  }

  /** Writes the index into a folder that exists. A full disk may go unnoticed: read back what was written. */
  async save(directory: string): Promise<void> {
    await Promise.all([this.saveVectors(directory), this.savePassages(directory)]);
  }

  /** In another thread. */
  saveVectors(directory: string): Promise<void> {
    return this.graph.save(join(directory, VECTORS_FILE));
  }

  async savePassages(directory: string): Promise<void> {
    const lines = this.passages.map((passage, i) => toLine(this.labels[i] as number, passage, this.texts));
    await writeWhole(join(directory, PASSAGES_FILE), JSON.stringify(lines));
  }

  /** Whether the vectors can be read from a folder as `save` wrote them: what a full disk cuts off shows there. */
  async isSaved(directory: string): Promise<boolean> {
    return this.graph.isSaved(join(directory, VECTORS_FILE));
  }

  /** @param vectors at length 1, one a passage */
  add(vectors: number[][], passages: Passage[]): void {
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
    const added = labels.filter((label) => label === -1).length;
    this.graph.reserve(this.graph.points + added - free.length);
    let count = 0;
    for (const [i, label] of labels.entries()) {
      if (label !== -1) continue;
      labels[i] = free.pop() ?? this.graph.points;
      this.graph.add(vectorOf(i), labels[i] as number);
      onAdded(++count);
    }
    this.passages = passages.map(({ passage }) => passage);
    this.labels = labels;
    this.texts = texts;
    this.positions = positionsOf(labels, this.graph.points);
  }

  /** Marks the points that no passage has any more as deleted; a point that is added again takes their place. */
  private freeLabels(kept: number[]): number[] {
    const isKept = new Set(kept);
    const free: number[] = [];
    for (const [label, position] of this.positions.entries()) {
      if (isKept.has(label)) continue;
      if (position !== -1) this.graph.remove(label);
      free.push(label);
    }
    return free;
  }

  /**
   * The passages nearest to a vector of length 1, of those that are wanted.
   * @param isWanted told the position of a passage; without it, all are
   * @returns at most `count`: the position of each with its cosine, the nearest first
   */
  nearest(vector: number[], count: number, isWanted?: (position: number) => boolean): [number, number][] {
    if (this.size === 0) return [];
    const positionOf = (label: number): number => this.positions[label] as number;
    const isLabelWanted = isWanted && ((label: number) => isWanted(positionOf(label)));
    const nearest = this.graph.nearest(vector, Math.min(count, this.size), isLabelWanted);
    return nearest.map(([label, cosine]) => [positionOf(label), cosine]);
  }

  /** The vector of a passage, by its position. */
  vectorOf(position: number): number[] {
    return this.graph.get(this.labels[position] as number);
  }

  /** Every passage, in the order of the articles and of their texts. */
  get all(): readonly Passage[] {
    return this.passages;
  }

  get size(): number {
    return this.passages.length;
  }

  get dimension(): number {
    return this.graph.dimension;
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
