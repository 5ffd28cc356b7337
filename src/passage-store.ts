import './no-tracing.js';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { SaveableVectorStore } from '@langchain/core/vectorstores';
import { PassageIndex } from './index/passage-index.js';
import { type Passage, withHeading } from './passage.js';

/**
 * The passages of an index as a LangChain vector store, for chains of others. The program itself asks the index: to
 * load LangChain's stores takes longer than to load a model.
 */
export class PassageStore extends SaveableVectorStore {
  constructor(
    embeddings: EmbeddingsInterface,
    /** For vectors of this model. */
    readonly index: PassageIndex,
  ) {
    super(embeddings, {});
  }

  override _vectorstoreType(): string {
    return 'hnswlib';
  }

  /** Loads what `save` wrote. The files must be known to be whole: a flipped byte in the vectors can end the process. */
  static override async load(directory: string, embeddings: EmbeddingsInterface): Promise<PassageStore> {
    const dimension = (await embeddings.embedQuery('')).length;
    return new PassageStore(embeddings, await PassageIndex.load(directory, dimension));
  }

  override save(directory: string): Promise<void> {
    return this.index.save(directory);
  }

  override async addDocuments(passages: Passage[]): Promise<void> {
    const texts = passages.map((passage) => withHeading(passage).text);
    await this.addVectors(await this.embeddings.embedDocuments(texts), passages);
  }

  /** @param vectors at length 1, one a passage */
  override async addVectors(vectors: number[][], passages: Passage[]): Promise<void> {
    this.index.add(vectors, passages);
  }

  /**
   * The passages nearest to a vector of length 1.
   * @returns at most `count`, each with its cosine, the nearest first
   */
  override async similaritySearchVectorWithScore(
    vector: number[],
    count: number,
  ): Promise<[Passage, number][]> {
    return this.index.nearest(vector, count).flatMap(([position, cosine]): [Passage, number][] => {
      const passage = this.index.all[position];
      return passage ? [[passage, cosine]] : [];
    });
  }
}
