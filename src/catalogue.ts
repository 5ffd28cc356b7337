import { type Article, type ArticleSummary, summaryOf } from './article/article.js';
import { daysIn, isCalendarDay } from './day/days.js';
import { DaySearch } from './day-search.js';
import { nameOfArticle } from './find-article.js';
import { isLanguage, languageNames } from './language-names.js';
import { MOST, NameSearch } from './name-search.js';
import { type Publisher, publishersOf } from './publishers.js';

/** Something that can be chosen while an option is typed, free of any language. */
export type Choice =
  | { kind: 'article'; article: ArticleSummary }
  | { kind: 'publisher'; publisher: string; articles: number; newest: string | null }
  | { kind: 'language'; language: string; articles: number }
  | { kind: 'day'; day: string; articles: number };

interface Counted {
  name: string;
  articles: number;
}

/**
 * What can be chosen of an archive: each list is searched by what is typed so far, with all that is typed in some words
 * of a name, or nearly. Where nothing is typed, the newest articles and days, and what most articles are of.
 */
export class Catalogue {
  private readonly byName: NameSearch<Article>;
  private readonly publisherNames: NameSearch<Publisher>;
  private readonly languageNames: NameSearch<Counted>;
  private readonly dates: DaySearch;
  private readonly articlesOn: Map<string, number>;

  /** Some tenth of a second's work for 10,000 articles. */
  constructor(articles: readonly Article[]) {
    const newestFirst = articles.toSorted((one, other) => compare(other.date ?? '', one.date ?? ''));
    this.byName = new NameSearch(newestFirst, (article) =>
      [nameOfArticle(article), article.publisher, article.date].join(' '),
    );
    this.publisherNames = new NameSearch(publishersOf(articles), ({ publisher }) => publisher);
    this.languageNames = new NameSearch(languagesOf(articles), ({ name }) =>
      [name, ...languageNames(name)].join(' '),
    );
    const days = counted(articles.map(({ date }) => date));
    this.articlesOn = new Map(days.map(({ name, articles }) => [name, articles]));
    this.dates = new DaySearch([...this.articlesOn.keys()].sort().reverse());
  }

  /** By the words of the title (or the opening words), the publisher and the date. */
  articles(typed: string): Choice[] {
    return this.byName.find(typed).map((article) => ({ kind: 'article', article: summaryOf(article) }));
  }

  publishers(typed: string): Choice[] {
    return this.publisherNames
      .find(typed)
      .map(({ publisher, articles, newest }) => ({ kind: 'publisher', publisher, articles, newest }));
  }

  /** By their tags, and by what they are called in several languages. */
  languages(typed: string): Choice[] {
    return this.languageNames
      .find(typed)
      .map(({ name, articles }) => ({ kind: 'language', language: name, articles }));
  }

  /**
   * By their numbers and the names of months. One that is typed to its end may have no article.
   * @param isCounted which articles are counted for a day, by theirs: without it, those of that day
   */
  days(typed: string, isCounted = (date: string, day: string): boolean => date === day): Choice[] {
    const asked = daysIn(typed).filter((day) => isCalendarDay(day) && !this.articlesOn.has(day));
    const days = asked.length > 0 ? asked : this.dates.find(typed);
    const articles = (day: string): number =>
      [...this.articlesOn].reduce((sum, [date, count]) => sum + (isCounted(date, day) ? count : 0), 0);
    return days.slice(0, MOST).map((day) => ({ kind: 'day', day, articles: articles(day) }));
  }
}

/** Each language with the articles in it and in its dialects, the most first. */
function languagesOf(articles: readonly Article[]): Counted[] {
  const exact = counted(articles.map(({ language }) => language));
  const languages = exact.map(({ name }) => {
    const own = exact.filter((other) => isLanguage(other.name, name));
    return { name, articles: own.reduce((sum, one) => sum + one.articles, 0) };
  });
  return languages.sort((one, other) => other.articles - one.articles);
}

/** How often each name occurs. */
function counted(names: (string | null)[]): Counted[] {
  const counts = new Map<string, number>();
  for (const name of names) if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, articles]) => ({ name, articles }));
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
