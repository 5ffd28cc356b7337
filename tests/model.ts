import { join } from 'node:path';
import { Embedder } from '../src/embedding/embedder.js';
import { type EncodeTexts, encodeText } from '../src/embedding/encode-text.js';
import { readModelFolder } from '../src/embedding/model-folder.js';
import type { IndexModel } from '../src/index/open.js';
import { ROOT } from './program.js';

export const MODEL = join(ROOT, 'models', 'multilingual-e5-small');

/** The real model, as it comes with the program. */
export async function loadModel(): Promise<Embedder> {
  return Embedder.load(await readModelFolder(MODEL));
}

/** What a build and an index want of a model. */
export function indexModel(embedder: Embedder): IndexModel & { encode: EncodeTexts } {
  return {
    name: embedder.folder.name,
    sha256: embedder.sha256,
    encode: async (texts, onEncoded) => {
      for (const [i, text] of texts.entries()) onEncoded(i, await encodeText(text, embedder));
    },
  };
}

export function cosine(one: number[], other: number[]): number {
  return one.reduce((sum, value, i) => sum + value * (other[i] ?? 0), 0);
}
