import { join } from 'node:path';
import { readBytes, writeWhole } from '../whole-file.js';
import { VectorGraph } from './vector-graph.js';

export const VECTORS_FILE = 'vectors.hnsw';
export const LABELS_FILE = 'labels.i32';

/**
 * The vectors of passages in an HNSW index, by the positions of the passages. Similarity is the cosine, -1 to 1; vectors
 * come at length 1, so that the inner product is the cosine and a vector is stored as it came.
 */
export class PassageVectors {
  /** The passage of each point of the graph, by the point's label; -1 for one that is no passage any more. */
  private positions: Int32Array;

  /** @param labels the label of each passage in the graph */
  private constructor(
    private readonly graph: VectorGraph,
    private labels: Int32Array,
  ) {
    this.positions = positionsOf(labels, graph.points);
  }

  /** An index without vectors, for those of so many numbers. */
  static empty(dimension: number): PassageVectors {
    return new PassageVectors(VectorGraph.empty(dimension), new Int32Array());
  }

  /**
   * Loads what `save` wrote. The files must be known to be whole: a flipped byte in the vectors can end the process.
   * @param dimension the numbers in a vector; a wrong one would load, and give wrong distances
   * @param checked when the file of the vectors is known to be whole
   */
  static async load(
    directory: string,
    dimension: number,
    checked: Promise<void> = Promise.resolve(),
  ): Promise<PassageVectors> {
    const [graph, labels] = await Promise.all([
      checked.then(() => VectorGraph.load(join(directory, VECTORS_FILE), dimension)),
      readBytes(join(directory, LABELS_FILE)),
    ]);
    return new PassageVectors(graph, new Int32Array(labels));
  }

  /** Writes the index into a folder that exists. A full disk may go unnoticed: read back what was written. */
  async save(directory: string): Promise<void> {
    await Promise.all([this.saveGraph(directory), this.saveLabels(directory)]);
  }

  /** In another thread. */
  saveGraph(directory: string): Promise<void> {
    return this.graph.save(join(directory, VECTORS_FILE));
  }

  async saveLabels(directory: string): Promise<void> {
    await writeWhole(join(directory, LABELS_FILE), [this.labels]);
  }

  /** Whether the graph can be read from a folder as `save` wrote it: what a full disk cuts off shows there. */
  async isSaved(directory: string): Promise<boolean> {
    return this.graph.isSaved(join(directory, VECTORS_FILE));
  }

  /** @param vectors at length 1; they come after those that it holds */
  add(vectors: number[][]): void {
    const { size } = this;
    const kept: (number | null)[] = Array.from({ length: size }, (_, position) => position);
    this.replace([...kept, ...vectors.map(() => null)], (position) => vectors[position - size] ?? []);
  }

  /**
   * Puts other vectors in the place of those that it holds. Those that stay are not linked again; the points of those that
   * go are taken by those that come.
   * @param before of each the position at which it is already, in their new order; null for one that comes
   * @param vectorOf told the new position of one that comes; of length 1
   * @param onAdded told how many have come, after each
   */
  replace(
    before: readonly (number | null)[],
    vectorOf: (position: number) => number[],
    onAdded: (added: number) => void = () => {},
  ): void {
    const labels = Int32Array.from(before, (position) =>
      position === null ? -1 : (this.labels[position] as number),
    );
    const free = this.freeLabels(labels);
    const added = labels.filter((label) => label === -1).length;
    this.graph.reserve(this.graph.points + added - free.length);
    let count = 0;
    for (const [position, label] of labels.entries()) {
      if (label !== -1) continue;
      labels[position] = free.pop() ?? this.graph.points;
      this.graph.add(vectorOf(position), labels[position] as number);
      onAdded(++count);
    }
    this.labels = labels;
    this.positions = positionsOf(labels, this.graph.points);
  }

  /** Marks the points that no passage has any more as deleted; a point that is added again takes their place. */
  private freeLabels(kept: Int32Array): number[] {
    const isKept = new Uint8Array(this.positions.length);
    for (const label of kept) if (label !== -1) isKept[label] = 1;
    const free: number[] = [];
    for (const [label, position] of this.positions.entries()) {
      if (isKept[label] === 1) continue;
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
  get(position: number): number[] {
    return this.graph.get(this.labels[position] as number);
  }

  get size(): number {
    return this.labels.length;
  }

  get dimension(): number {
    return this.graph.dimension;
  }
}

function positionsOf(labels: Int32Array, points: number): Int32Array {
  const positions = new Int32Array(points).fill(-1);
  for (const [position, label] of labels.entries()) positions[label] = position;
  return positions;
}
