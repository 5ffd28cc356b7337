import type { Article, Span } from '../article/article.js';
import type { Copies } from './copies.js';
import { preferredOf, supersedes } from './preferred.js';
import { compareVersions, type SentenceVersion, type Wording, wordingOf } from './sentence-version.js';

/** A sentence of an article. */
export interface Statement {
  article: Article;
  sentence: Span;
}

/** Compares what copies of an article say; made for one answer. */
export class Versions {
  private readonly copies = new Map<Article, ReadonlySet<Article>>();
  private readonly wordings = new Map<string, Wording>();

  constructor(private readonly known: Copies) {}

  areCopies(one: Article, other: Article): boolean {
    return this.copiesOf(one).has(other);
  }

  /** Whether the copy of an article says the same, but for spelling, or otherwise; null where it is another statement. */
  compare(one: Statement, other: Statement): SentenceVersion | null {
    if (!this.areCopies(one.article, other.article)) return null;
    const version = this.compareTexts(textOf(one), textOf(other));
    if (version !== 'changed') return version;
    // What stands in both articles as it is, is no other version of anything.
    return this.stands(one, other.article) || this.stands(other, one.article) ? null : version;
  }

  /** Whether a statement need not be quoted where its other version is. */
  isSaidBy(one: Statement, other: Statement): boolean {
    return this.compare(one, other) === 'same' || this.isSuperseded(one, other);
  }

  /** Of the versions of a statement the one to quote: of its latest state the one that `preferredOf` chooses. */
  choose<Version extends Statement>(one: Version, others: readonly Version[]): Version {
    const later = others
      .filter((other) => this.isSuperseded(one, other))
      .sort((a, b) => ((b.article.date ?? '') < (a.article.date ?? '') ? -1 : 1))[0];
    const latest = later ?? one;
    const same = others.filter((other) => this.compare(latest, other) === 'same');
    const article = preferredOf([latest.article, ...same.map((other) => other.article)]);
    return [latest, ...same].find((version) => version.article === article) ?? latest;
  }

  /**
   * Whether a statement was put right by another: in a later state of its article, or of one that says the same, which
   * others then took over before it was put right.
   */
  private isSuperseded(one: Statement, other: Statement): boolean {
    if (this.compare(one, other) !== 'changed') return false;
    if (supersedes(other.article, one.article)) return true;
    return [...this.copiesOf(one.article)].some(
      (copy) => supersedes(other.article, copy) && this.isAlsoIn(one, copy),
    );
  }

  /** The copies of an article in which a statement stands, but for spelling. */
  alsoIn(statement: Statement): Article[] {
    return [...this.copiesOf(statement.article)].filter((copy) => this.isAlsoIn(statement, copy));
  }

  /** Whether a statement stands in a copy of its article, but for spelling. */
  isAlsoIn(statement: Statement, copy: Article): boolean {
    const text = textOf(statement);
    const isSame = (other: string): boolean =>
      isAboutAsLong(text, other) && this.compareTexts(text, other) === 'same';
    return (
      this.stands(statement, copy) || this.known.sentencesOf(copy).some((sentence) => isSame(sentence.text))
    );
  }

  private compareTexts(one: string, other: string): SentenceVersion | null {
    return compareVersions(this.wordingOf(one), this.wordingOf(other));
  }

  /** Each sentence is compared with many others. */
  private wordingOf(sentence: string): Wording {
    const wording = this.wordings.get(sentence) ?? wordingOf(sentence);
    this.wordings.set(sentence, wording);
    return wording;
  }

  private copiesOf(article: Article): ReadonlySet<Article> {
    const copies = this.copies.get(article) ?? this.known.of(article);
    this.copies.set(article, copies);
    return copies;
  }

  /** Whether an article has a sentence of the same words. */
  private stands(statement: Statement, article: Article): boolean {
    const { plain } = this.wordingOf(textOf(statement));
    return this.known.sentencesOf(article).some((sentence) => sentence.words === plain);
  }
}

const textOf = ({ article, sentence }: Statement): string => article.text.slice(sentence.start, sentence.end);

/** Spelling makes no sentence shorter by a tenth and more, which saves looking at its words. */
const isAboutAsLong = (one: string, other: string): boolean =>
  Math.min(one.length, other.length) >= 0.9 * Math.max(one.length, other.length);
