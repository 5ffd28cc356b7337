import { letterPairs, pairLikeness, wordsOf } from './words/letters.js';

/**
 * What is looked at in the words of a sentence. A sentence is compared with many others, so each thing is worked out once,
 * and when it is first needed.
 */
export class StatementText {
  /** Its words in small letters, divided by spaces: the same for the same words. */
  readonly plain: string;
  private readonly words: string[];
  private knownNumbers: string | undefined;
  private knownNot: boolean | undefined;
  private knownNames: Set<number>[] | undefined;
  private knownPairs: Set<number>[] | undefined;

  /** @param language of the sentence, without its region; in German every noun has a capital, so no names are told */
  constructor(
    private readonly text: string,
    readonly language: string | undefined,
  ) {
    this.words = wordsOf(text);
    this.plain = this.words.join(' ');
  }

  /** The numbers in it, sorted: in a translation they may stand in another order. */
  get numbers(): string {
    this.knownNumbers ??= (this.text.match(/\p{N}+/gu) ?? []).sort().join(' ');
    return this.knownNumbers;
  }

  /** Whether a word turns it into its opposite. */
  get isNegated(): boolean {
    this.knownNot ??= NEGATION.test(this.text);
    return this.knownNot;
  }

  /** Whether its names stand in another sentence, in some spelling. */
  hasNamesIn(other: StatementText): boolean {
    this.knownNames ??= this.namesIn().map(letterPairs);
    other.knownPairs ??= other.words.map(letterPairs);
    const words = other.knownPairs;
    return this.knownNames.every((name) => words.some((word) => pairLikeness(name, word) >= LEAST_SPELLING));
  }

  private namesIn(): string[] {
    if (this.language === 'de') return [];
    return this.text.match(/(?<=[\p{L}\p{N},;:’”"“]\s+[“"(]?)\p{Lu}\p{L}{2,}/gu) ?? [];
  }
}

/** Names that are spelt less alike than this are two. */
const LEAST_SPELLING = 0.5;

/** Words that turn a statement into its opposite, in the languages at hand. */
const NEGATION =
  /(?<!\p{L})(not|no|never|none|without|\p{L}+n[’']t|nicht|kein\p{L}*|nie|niemals|ohne|не|нет|ни|никогда|без|нема|ні|ніколи|ne|pas|jamais|sans|non|nunca|sin|bez|nigdy)(?!\p{L})/iu;
