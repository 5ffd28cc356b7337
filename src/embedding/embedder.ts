import '../no-tracing.js';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Embeddings } from '@langchain/core/embeddings';
import { UserError } from '../user-error.js';
import { hashModel } from './hash-model.js';
import type { ModelFolder } from './model-folder.js';
import { isKnownWord, type Piece, piecesOf } from './piece.js';
import { normalised, pool, type States } from './pooling.js';
import { openSession, type Session } from './session.js';
import { Tokenizer } from './tokenizer.js';

/** A text as one vector of length 1, and as a vector for each of its tokens. */
export interface Encoded {
  vector: number[];
  tokens: States;
}

/** A question: the vectors of its tokens have length 1 too, so that a dot product is a cosine. */
export interface EncodedQuestion extends Encoded {
  /** What the tokens stand for. */
  pieces: Piece[];
}

/** A passage, with the token at which each of its parts ends. */
export interface EncodedPassage extends Encoded {
  partEnds: number[];
}

/** Turns texts into vectors with a model on this machine. */
export class Embedder extends Embeddings {
  private constructor(
    readonly folder: ModelFolder,
    /** Of the model's files: vectors of another model cannot be compared with this one's. */
    readonly sha256: string,
    private readonly tokenizer: Tokenizer,
    private readonly session: Session,
  ) {
    super({});
  }

  /**
   * Loads the model's tokenizer and weights; takes about a second.
   * @param known the hash of its files where it is known already
   * @param threads on how many to run it; 0 for as many as the machine has cores
   * @throws UserError where the files do not hold a model
   */
  static async load(folder: ModelFolder, known?: string, threads = 0): Promise<Embedder> {
    const sha256 = known ?? (await hashModel(folder));
    try {
      const tokenizer = await Tokenizer.load(folder);
      const session = await openSession(join(folder.path, folder.weights), threads);
      return new Embedder(folder, sha256, tokenizer, session);
    } catch (cause) {
      throw new UserError(
        'EMBEDDING_MODEL should be a feature-extraction model for @xenova/transformers, but its files are ' +
          `damaged or of another kind: ${folder.path}. Copy the model again, or choose another.`,
        1,
        { cause },
      );
    }
  }

  /** The vector of a question. */
  override async embedQuery(text: string): Promise<number[]> {
    return (await this.encodeQuestion(text)).vector;
  }

  /**
   * The vectors of passages, in their order. One text a call: activations are quantised over a whole batch, so a
   * text's vector would depend on its batch mates; it is also the fastest way on a CPU.
   */
  override async embedDocuments(texts: string[]): Promise<number[][]> {
    const vectors: number[][] = [];
    for (const text of texts) vectors.push((await this.encodePassage(text)).vector);
    return vectors;
  }

  async encodeQuestion(text: string): Promise<EncodedQuestion> {
    const { vector, tokens, ids } = await this.encode(this.folder.prompts.query, text);
    return { vector, tokens: tokens.normalised(), pieces: piecesOf(ids, this.tokenizer.vocabulary) };
  }

  /** @param ends offsets into the text at which its parts end, each at the end of a word */
  async encodePassage(text: string, ends: number[] = []): Promise<EncodedPassage> {
    const { vector, tokens, partEnds } = await this.encode(this.folder.prompts.document, text, ends);
    return { vector, tokens, partEnds };
  }

  /** Whether the model knows a word, in this spelling, as one piece. */
  isKnownWord(word: string): boolean {
    return isKnownWord(word, this.tokenizer.vocabulary);
  }

  /** @returns the tokens and their ids without those of the prompt and those that stand around every text */
  private async encode(
    prompt: string,
    text: string,
    ends: number[] = [],
  ): Promise<EncodedPassage & { ids: number[] }> {
    const { ids, promptEnd, end, partEnds } = this.tokenizer.tokenize(prompt, text, ends);
    // The model holds up the thread, from one text to the next: timers and signals get their turn here.
    await setImmediate();
    const { last, compared } = await this.session.run(ids);
    return {
      vector: normalised(pool(last, this.folder.pooling)),
      tokens: compared.rows(promptEnd, end),
      partEnds,
      ids: ids.slice(promptEnd, end),
    };
  }
}
