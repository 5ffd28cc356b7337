import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isWholeGraph } from '../src/index/vector-file.js';
import { VectorGraph } from '../src/index/vector-graph.js';

const POINTS = 500;
let temporary: string;
let path: string;
let graph: VectorGraph;

beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'talks-vectors-'));
  path = join(temporary, 'vectors.hnsw');
  graph = VectorGraph.empty(2);
  graph.reserve(POINTS);
  for (let label = 0; label < POINTS; label++) graph.add([Math.cos(label), Math.sin(label)], label);
  await graph.save(path);
});
afterAll(() => rm(temporary, { recursive: true }));

it('is whole as it was written, with points that are deleted too', async () => {
  expect(await isWholeGraph(path, POINTS)).toBe(true);
  expect(await graph.isSaved(path)).toBe(true);
  graph.remove(7);
  const other = join(temporary, 'other.hnsw');
  await graph.save(other);
  expect(await graph.isSaved(other)).toBe(true);
});

it('is not whole where it ends too early, wherever that is, or goes on', async () => {
  const whole = await readFile(path);
  const cut = join(temporary, 'cut.hnsw');
  const isWhole = async (content: Buffer): Promise<boolean> => {
    await writeFile(cut, content);
    return isWholeGraph(cut, POINTS);
  };
  for (const length of [0, 50, 96, 4_096, whole.length - 2_000, whole.length - 4, whole.length - 1]) {
    expect(await isWhole(whole.subarray(0, length))).toBe(false);
  }
  expect(await isWhole(Buffer.concat([whole, Buffer.alloc(4)]))).toBe(false);
});

it('is not whole where it holds another number of points', async () => {
  expect(await isWholeGraph(path, POINTS + 1)).toBe(false);
  expect(await isWholeGraph(path, POINTS - 1)).toBe(false);
});
