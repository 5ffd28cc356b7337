import type { NoticeWords } from './notice.js';
import type { RefusalWords } from './refusal.js';

/** The commands and the options that are registered, by their names in English, which are those in the program. */
export const COMMAND_NAMES = ['ask', 'compare', 'timeline', 'article', 'sources', 'help', 'status'] as const;
export type CommandName = (typeof COMMAND_NAMES)[number];
const OPTION_NAMES = [
  'question',
  'publisher',
  'article',
  'after',
  'before',
  'language',
  'page',
  'private',
] as const;
export type OptionName = (typeof OPTION_NAMES)[number];

/** A name (up to 32 characters; small letters, digits, "-" and "_" for what is typed) and what it is for (up to 100). */
interface Labelled {
  name: string;
  description: string;
}

/**
 * All words of ours in one language: one file in `languages/` each. What stands in articles is never translated.
 * Buttons have up to 80 characters, and are best below 20; `/help` fits a phone's screen.
 */
export interface Phrases {
  /** The BCP 47 tag by which numbers and the names of languages are written. */
  tag: string;
  /** The locales of Discord that read it (Discord's documentation, "Locales"). */
  locales: readonly string[];
  commands: Record<CommandName, Labelled>;
  options: Record<OptionName, Labelled>;
  /** The entry in the menu of a message, up to 32 characters; capitals and spaces are allowed. */
  findSources: string;
  facts: {
    publisherUnknown: string;
    dateUnknown: string;
    languageUnknown: string;
    /** @param date a day in words */
    inferred(date: string): string;
    /** @param language its name, as in "in German" */
    inLanguage(language: string): string;
    /** @param articles each with publisher, title and date, divided by semicolons */
    alsoIn(articles: string): string;
    note(text: string): string;
    dateReason(text: string): string;
    characters(count: number): string;
    articles(count: number): string;
    /** The words of a link to the article, or to the sentence in it. */
    open: string;
  };
  answer: {
    /** How sure it is that the first quote answers, in three degrees. */
    certainty: { high: string; fair: string; low: string };
    page(page: number, pages: number): string;
    nearest: string;
    /** The best sentence takes more room than a message has; its article follows. */
    tooLong: string;
    /** Which articles were asked: each of these as a part of a line, as in "only The Times", "after May 3, 2025". */
    only(name: string): string;
    after(date: string): string;
    before(date: string): string;
    /** Over the passages of one article. */
    passages: string;
    /** Over a text that somebody looks for sources of. */
    about: string;
    /** In place of the reason, where there is no passage about such a text. */
    nothingAbout: string;
  };
  compare: {
    /** Over each publisher's best quote. */
    heading: string;
    nothing: string;
  };
  timeline: { heading: string };
  article: {
    /** Where in the article a part of it stands, in characters. */
    part(from: number, to: number, length: number): string;
  };
  buttons: {
    previous: string;
    next: string;
    more: string;
    /** @param number of the quote; null where there is one only */
    context(number: number | null): string;
    passages: string;
    share: string;
    askAgain: string;
    earlier: string;
    later: string;
    good: string;
    bad: string;
  };
  selects: {
    askAgain: string;
    allArticles: string;
    openArticle: string;
  };
  status: {
    articles(count: number): string;
    passages(count: number): string;
    /** @param when a moment in words */
    built(when: string, from: string): string;
    model(name: string): string;
    version(version: string): string;
    /** @param duration such as "3 h 20 min" */
    uptime(duration: string): string;
    /** Of the last answers; in milliseconds. */
    times(count: number, median: number, p95: number): string;
    noTimes: string;
  };
  /** Lines of `/help` below the commands, in Markdown: what the buttons do, and that nothing is sent anywhere. */
  help: { heading: string; lines: readonly string[] };
  refusals: RefusalWords;
  notices: NoticeWords;
}
