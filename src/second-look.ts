import type { Span } from './article/article.js';
import type { EncodedQuestion } from './embedding/embedder.js';
import type { IndexContents } from './index/contents.js';
import { type BestCosines, bestOfAll, compareTokens, likenessOf } from './late-interaction.js';

/** A sentence of a passage, and how well it fits a question, token by token. */
export interface SentenceLikeness extends Span {
  sentence: number;
  pair: number;
}

/** What the second look at a passage finds. */
export interface PassageLook {
  /** The best cosine of each piece of the question in the passage, and in those around it. */
  passage: BestCosines;
  surroundings: number;
  sentences: SentenceLikeness[];
}

/** Looks at passages token by token, for one question; each passage is compared once. */
export class SecondLook {
  private readonly compared = new Map<number, BestCosines[]>();

  constructor(
    private readonly question: EncodedQuestion,
    private readonly index: IndexContents,
  ) {}

  /** @param position of a passage in the index */
  at(position: number): PassageLook {
    const { pieces } = this.question;
    const [heading, ...sentences] = this.partsOf(position);
    const spans = this.index.passages.get(position).metadata.sentences;
    const around = [position - 1, position, position + 1].filter((other) => this.isBeside(position, other));
    return {
      passage: this.together(this.partsOf(position)),
      surroundings: likenessOf(this.together(around.flatMap((other) => this.partsOf(other))), pieces),
      sentences: spans.map(({ start, end }, i) => {
        const own = sentences[i];
        const pair = [heading, sentences[i - 1], own].filter((part) => part !== undefined);
        return {
          start,
          end,
          sentence: own ? likenessOf(own, pieces) : -1,
          pair: likenessOf(this.together(pair), pieces),
        };
      }),
    };
  }

  /** The best cosine of each piece of the question in all the passages that were compared. */
  anywhere(): BestCosines {
    return this.together([...this.compared.values()].flat());
  }

  private together(parts: BestCosines[]): BestCosines {
    return bestOfAll(parts, this.question.pieces.length);
  }

  private partsOf(position: number): BestCosines[] {
    const known = this.compared.get(position);
    if (known) return known;
    const parts = compareTokens(this.question.tokens, this.index.tokens.get(position));
    this.compared.set(position, parts);
    return parts;
  }

  /** Whether a position beside another is one of the same article. */
  private isBeside(position: number, other: number): boolean {
    const { passages } = this.index;
    return other >= 0 && other < passages.size && passages.articleOf(other) === passages.articleOf(position);
  }
}
