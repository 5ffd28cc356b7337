import '../no-tracing.js';
import { basename, dirname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Embeddings } from '@langchain/core/embeddings';
import { AutoModel, AutoTokenizer, env, type PreTrainedTokenizer, type Tensor } from '@xenova/transformers';
import { UserError } from '../user-error.js';
import { hashModel, type ModelFolder } from './model-folder.js';
import { isKnownWord, type Piece, piecesOf } from './piece.js';
import { normalised, pool, type States, statesOf } from './pooling.js';

/** What the tokenizer gives and the model takes, by the names of the model's inputs. */
type Tokens = Record<string, Tensor>;
type Model = (tokens: Tokens) => Promise<Record<string, Tensor>>;

/** A text as one vector, and as a vector for each of its tokens; all of length 1, so that a dot product is a cosine. */
export interface Encoded {
  vector: number[];
  tokens: States;
}

/** A question, with the pieces that its tokens stand for. */
export interface EncodedQuestion extends Encoded {
  pieces: Piece[];
}

/** Turns texts into vectors with a model on this machine. */
export class Embedder extends Embeddings {
  private constructor(
    readonly folder: ModelFolder,
    /** Of the model's files: vectors of another model cannot be compared with this one's. */
    readonly sha256: string,
    private readonly tokenizer: PreTrainedTokenizer,
    private readonly model: Model,
  ) {
    super({});
  }

  /**
   * Loads the model's tokenizer and weights; takes about a second.
   * @throws UserError where the files do not hold a model
   */
  static async load(folder: ModelFolder): Promise<Embedder> {
    const sha256 = await hashModel(folder);
    const { tokenizer, model } = await loadModel(folder);
    return new Embedder(folder, sha256, tokenizer, model);
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
    const { vector, tokens, ids } = await this.encode(text, this.folder.prompts.query);
    return { vector, tokens, pieces: piecesOf(ids, this.tokenizer.model) };
  }

  async encodePassage(text: string): Promise<Encoded> {
    const { vector, tokens } = await this.encode(text, this.folder.prompts.document);
    return { vector, tokens };
  }

  /** Whether the model knows a word, in this spelling, as one piece. */
  isKnownWord(word: string): boolean {
    return isKnownWord(word, this.tokenizer.model);
  }

  /**
   * At which tokens of a passage, as `encodePassage` counts them, a part of its text ends.
   * @param offsets into the text, each at the end of a word
   */
  tokensUpTo(text: string, offsets: number[]): number[] {
    const { prompts, longest } = this.folder;
    const prompt = this.countTokens(prompts.document);
    const most = longest - SPECIAL_TOKENS - prompt;
    return offsets.map((offset) =>
      Math.min(most, this.countTokens(prompts.document + text.slice(0, offset)) - prompt),
    );
  }

  /** @returns with the ids of the tokens, without those of the prompt and those that stand around every text */
  private async encode(text: string, prompt: string): Promise<Encoded & { ids: number[] }> {
    const tokens: Tokens = this.tokenizer(prompt + text, {
      truncation: true,
      max_length: this.folder.longest,
    });
    // The model holds up the thread, from one text to the next: timers and signals get their turn here.
    await setImmediate();
    const output = await this.model(tokens);
    const last = output['last_hidden_state'] ?? output['token_embeddings'];
    if (!last)
      throw new Error(`The model returned no states of tokens, but ${Object.keys(output).join(', ')}`);
    // A layer before the last tells tokens apart better; a model made for it has a second output for that.
    const compared = statesOf(output['token_states'] ?? last);
    const [first, end] = [1 + this.countTokens(prompt), compared.count - 1];
    return {
      vector: normalised(pool(statesOf(last), this.folder.pooling)),
      tokens: compared.rows(first, end).normalised(),
      ids: Array.from(tokens['input_ids']?.data ?? [], Number).slice(first, end),
    };
  }

  /** How many tokens a text has, without the two that stand around every text. */
  private countTokens(text: string): number {
    return this.tokenizer.encode(text.trimEnd()).length - SPECIAL_TOKENS;
  }
}

/** `<s>` and `</s>`, or what a model has in their place. */
const SPECIAL_TOKENS = 2;

async function loadModel(folder: ModelFolder): Promise<{ tokenizer: PreTrainedTokenizer; model: Model }> {
  env.allowRemoteModels = false;
  env.localModelPath = dirname(folder.path);
  const name = basename(folder.path);
  const { warn, error } = console;
  try {
    // The library prints its errors and warnings with their stack traces before it throws the last one.
    console.warn = console.error = () => {};
    const tokenizer = await AutoTokenizer.from_pretrained(name);
    return { tokenizer, model: await AutoModel.from_pretrained(name, { quantized: folder.quantized }) };
  } catch (cause) {
    throw new UserError(
      'EMBEDDING_MODEL should be a feature-extraction model that @xenova/transformers can load, but its files are ' +
        `damaged or of another kind: ${folder.path}. Copy the model again, or choose another.`,
      1,
      { cause },
    );
  } finally {
    console.warn = warn;
    console.error = error;
  }
}
