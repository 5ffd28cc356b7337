import './no-tracing.js';
import { join } from 'node:path';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { SaveableVectorStore } from '@langchain/core/vectorstores';
import { PassageVectors } from './index/passage-vectors.js';
import { type Passage, withHeading } from './passage.js';
import { readText, writeWhole } from './whole-file.js';

/** The passages of a store that was saved, beside their vectors. */
const DOCUMENTS_FILE = 'documents.json';

/**
 * The passages of an index as a LangChain vector store, for chains of others. The program itself asks the index: to
 * load LangChain's stores takes longer than to load a model.
 */
export class PassageStore extends SaveableVectorStore {
  private readonly passages: Passage[];

  /**
   * @param vectors of this model
   * @param passages of the vectors, in their order
   */
  constructor(
    embeddings: EmbeddingsInterface,
    private readonly vectors: PassageVectors,
    passages: Iterable<Passage>,
  ) {
    super(embeddings, {});
    this.passages = [...passages];
  }

  override _vectorstoreType(): string {
    return 'hnswlib';
  }

  /** Loads what `save` wrote. The files must be known to be whole: a flipped byte in the vectors can end the process. */
  static override async load(directory: string, embeddings: EmbeddingsInterface): Promise<PassageStore> {
    const dimension = (await embeddings.embedQuery('')).length;
    const vectors = await PassageVectors.load(directory, dimension);
    const passages: Passage[] = JSON.parse(await readText(join(directory, DOCUMENTS_FILE)));
    return new PassageStore(embeddings, vectors, passages);
  }

  /** Writes it into a folder that exists. */
  override async save(directory: string): Promise<void> {
    await this.vectors.save(directory);
    await writeWhole(join(directory, DOCUMENTS_FILE), JSON.stringify(this.passages));
  }

  override async addDocuments(passages: Passage[]): Promise<void> {
    const texts = passages.map((passage) => withHeading(passage).text);
    await this.addVectors(await this.embeddings.embedDocuments(texts), passages);
  }

  /** @param vectors at length 1, one a passage */
  override async addVectors(vectors: number[][], passages: Passage[]): Promise<void> {
    this.vectors.add(vectors);
    this.passages.push(...passages);
  }

  /**
   * The passages nearest to a vector of length 1.
   * @returns at most `count`, each with its cosine, the nearest first
   */
  override async similaritySearchVectorWithScore(
    vector: number[],
    count: number,
  ): Promise<[Passage, number][]> {
    return this.vectors.nearest(vector, count).flatMap(([position, cosine]): [Passage, number][] => {
      const passage = this.passages[position];
      return passage ? [[passage, cosine]] : [];
    });
  }
}
