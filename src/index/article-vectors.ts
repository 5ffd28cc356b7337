import { join } from 'node:path';
import type { Article } from '../article/article.js';
import { headingOf } from '../passage.js';
import { readBytes, writeWhole } from '../whole-file.js';

export const ARTICLE_VECTORS_FILE = 'articles.f32';

/** More characters than the 512 tokens that the model reads, in any of its languages. */
const LEAD = 4_000;

/** What a model is given of an article: its title and its lead, by which one knows what it is about. */
export function leadOf(article: Article): string {
  const heading = headingOf(article);
  return (heading === '' ? article.text : `${heading}\n${article.text}`).slice(0, LEAD);
}

/** A vector for each article, of length 1: what it is about as a whole, which a passage alone may not tell. */
export class ArticleVectors {
  private constructor(
    private readonly values: Float32Array,
    private readonly dimension: number,
  ) {}

  /** @param vectors of the articles, in their order */
  static of(vectors: ArrayLike<number>[]): ArticleVectors {
    const dimension = vectors[0]?.length ?? 0;
    const values = new Float32Array(vectors.length * dimension);
    for (const [i, vector] of vectors.entries()) values.set(vector, i * dimension);
    return new ArticleVectors(values, dimension);
  }

  static async load(directory: string, dimension: number): Promise<ArticleVectors> {
    const file = await readBytes(join(directory, ARTICLE_VECTORS_FILE));
    return new ArticleVectors(new Float32Array(file), dimension);
  }

  async save(directory: string): Promise<void> {
    await writeWhole(join(directory, ARTICLE_VECTORS_FILE), [this.values]);
  }

  /** The vector of an article, by its position in the index. */
  get(article: number): Float32Array {
    return this.values.subarray(article * this.dimension, (article + 1) * this.dimension);
  }
}
