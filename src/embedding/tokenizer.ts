import { basename, dirname } from 'node:path';
import { env } from '@xenova/transformers/src/env.js';
import { AutoTokenizer, type PreTrainedTokenizer } from '@xenova/transformers/src/tokenizers.js';
import type { ModelFolder } from './model-folder.js';
import type { Vocabulary } from './piece.js';

/** A text as a model reads it. */
export interface Tokens {
  /** Of the tokens, with those of the prompt and those that stand around every text. */
  ids: number[];
  /** Where the text itself starts and ends among them, `end` exclusive. */
  promptEnd: number;
  end: number;
  /** At which token each part of the text ends, counted from its own first. */
  partEnds: number[];
}

/** Cuts texts into the tokens of a model. */
export class Tokenizer {
  private readonly around: { start: number[]; end: number[] };
  /** Whether words have the same tokens alone as in a text. */
  private readonly isAdditive: boolean;
  /** The tokens of words that were met. */
  private readonly words = new Map<string, number[]>();

  private constructor(
    private readonly tokenizer: PreTrainedTokenizer,
    private readonly longest: number,
  ) {
    const empty = tokenizer.encode('');
    const text = tokenizer.encode(SAMPLE);
    const first = text.findIndex((id, i) => id !== empty[i]);
    this.around = { start: empty.slice(0, first), end: empty.slice(first) };
    this.isAdditive =
      wordsOf(SAMPLE)
        .flatMap((word) => this.encode(word))
        .join() === this.encode(SAMPLE).join();
  }

  static async load({ path, longest }: ModelFolder): Promise<Tokenizer> {
    env.allowRemoteModels = false;
    env.localModelPath = dirname(path);
    return new Tokenizer(await AutoTokenizer.from_pretrained(basename(path)), longest);
  }

  /** What the tokenizer knows of its pieces. */
  get vocabulary(): Vocabulary {
    return this.tokenizer.model;
  }

  /**
   * @param prompt put before the text
   * @param ends offsets into the text at which its parts end; white space between two belongs to the second
   * @returns no more tokens than the model reads
   */
  tokenize(prompt: string, text: string, ends: number[] = []): Tokens {
    const { start, end } = this.around;
    const offsets = [prompt.trimEnd().length, ...ends.map((offset) => prompt.length + offset)];
    const { ids, counts } = this.inParts(prompt + text, offsets);
    const most = this.longest - start.length - end.length;
    const [promptEnd = 0, ...partEnds] = counts.map((count) => Math.min(most, count));
    return {
      // A text that is too long loses the token that ends it too, as @xenova/transformers has it.
      ids: [...start, ...ids, ...end].slice(0, this.longest),
      promptEnd: start.length + promptEnd,
      end: start.length + Math.min(most, ids.length),
      partEnds: partEnds.map((count) => count - promptEnd),
    };
  }

  /** The tokens of a text, and how many of them lie before each offset. */
  private inParts(text: string, offsets: number[]): { ids: number[]; counts: number[] } {
    // What is divided by a space is tokenised apart in any case: each part once does for the whole.
    if (this.isAdditive && offsets.every((offset) => /^(?:\s|$)/.test(text.charAt(offset)))) {
      const starts = [0, ...offsets];
      const parts = starts.map((from, i) => this.idsOf(text.slice(from, starts[i + 1])));
      let count = 0;
      const counts = parts.slice(0, -1).map((part) => {
        count += part.length;
        return count;
      });
      return { ids: parts.flat(), counts };
    }
    return {
      ids: this.idsOf(text),
      counts: offsets.map((offset) => this.idsOf(text.slice(0, offset)).length),
    };
  }

  /** Cutting a word takes ten times as long as finding it again, and most words of a text were met before. */
  private idsOf(text: string): number[] {
    if (!this.isAdditive) return this.encode(text.trimEnd());
    return wordsOf(text).flatMap((word) => {
      const known = this.words.get(word);
      if (known) return known;
      if (this.words.size === MOST_WORDS) this.words.clear();
      const ids = this.encode(word);
      this.words.set(word, ids);
      return ids;
    });
  }

  private encode(text: string): number[] {
    const { start, end } = this.around;
    return text === '' ? [] : this.tokenizer.encode(text).slice(start.length, -end.length || undefined);
  }
}

/** So many words are kept, some 10 MB: the common ones of several languages. */
const MOST_WORDS = 50_000;

/** The words of a text, each with the white space before it; what is after the last is left out. */
const wordsOf = (text: string): string[] => text.match(/\s*\S+/g) ?? [];

/** Words in several scripts, by which to tell whether a tokenizer reads words as it reads the whole. */
const SAMPLE = 'passage: The U.S. and Russia\n“Переговоры” 25,5 % Москва–Эр-Рияд. Kyjiw 東京';
