import { join } from 'node:path';
import { Embedder } from '../src/embedding/embedder.js';
import { readModelFolder } from '../src/embedding/model-folder.js';
import { ROOT } from './program.js';

export const MODEL = join(ROOT, 'models', 'multilingual-e5-small');

/** The real model, as it comes with the program. */
export async function loadModel(): Promise<Embedder> {
  return Embedder.load(await readModelFolder(MODEL));
}

export function cosine(one: number[], other: number[]): number {
  return one.reduce((sum, value, i) => sum + value * (other[i] ?? 0), 0);
}
