import type { ArticleSummary } from './article/article.js';
import { dayInWords } from './day/day-in-words.js';
import type { Day } from './day/days.js';
import { en } from './languages/en.js';
import type { QuestionFacts } from './search.js';
import { publisherOf } from './view.js';
import { saysSomething, wordsOf } from './words/letters.js';

/** Why a question is not answered. */
export type Refusal =
  | { kind: 'no-words' | 'greeting' | 'unknown-script' | 'off-subject' | 'not-in-the-articles' }
  | { kind: 'unmentioned'; names: string[]; isClear: boolean }
  | { kind: 'other-days'; days: Day[] };

/** From this share of pieces that the model does not know, it cannot tell what a question says. */
const UNKNOWN_PIECES = 0.3;

/** From this clearness on, it is said that no article mentions a name; below, that none seems to: it may be spelt otherwise. */
const CLEAR = 0.1;

/** Below this certainty, nothing that was found is even on the subject. */
const OFF_SUBJECT = 0.06;

/** What people say to each other rather than ask the articles, in the languages in which they do. */
const GREETINGS = new Set(
  (
    'hello hi hey yo hallo servus moin привет здравствуйте здравствуй привіт вітаю salut bonjour bonsoir coucou hola cześć ' +
    'dzień dobry siema good morning evening night day afternoon guten morgen tag abend gute nacht добрый день утро вечер ' +
    'доброе добрий ранок вечір buenos días buenas tardes noches thanks thank you thx ty danke vielen dank спасибо дякую ' +
    'merci beaucoup gracias muchas dziękuję dzięki lol lmao ok okay haha bye tschüss пока па au revoir adiós there all ' +
    'everyone bot test testing ping'
  ).split(' '),
);

/** Why a text is no question that can be asked at all, however certain what was found for it; null where it is one. */
export function whyUnaskable(question: string, { unknown }: QuestionFacts): Refusal | null {
  const words = wordsOf(question).filter(saysSomething);
  if (words.length === 0) return { kind: 'no-words' };
  if (unknown >= UNKNOWN_PIECES) return { kind: 'unknown-script' };
  return words.every((word) => GREETINGS.has(word)) ? { kind: 'greeting' } : null;
}

/**
 * Why a question is not answered for which nothing that was found is certain enough.
 * @param certainty of the best hit
 */
export function whyNotAnswered({ unmentioned, daysNotFound }: QuestionFacts, certainty: number): Refusal {
  if (unmentioned.length > 0) {
    const isClear = unmentioned.every(({ clearness }) => clearness >= CLEAR);
    return { kind: 'unmentioned', names: unmentioned.map(({ name }) => name), isClear };
  }
  if (daysNotFound.length > 0) return { kind: 'other-days', days: daysNotFound };
  return { kind: certainty < OFF_SUBJECT ? 'off-subject' : 'not-in-the-articles' };
}

/** Whether it helps to say what was found nearest. */
export function hasNearest({ kind }: Refusal): boolean {
  return !['no-words', 'greeting', 'unknown-script'].includes(kind);
}

/** What words of a language say why. The days of a question come in words too, "March 3" where it did not say which year. */
export type RefusalWords = {
  [Kind in Refusal['kind']]: (refusal: Refusal & { kind: Kind }, days: string[]) => string;
};

/**
 * The reason in a sentence for the reader.
 * @param dayInWords how a day of the question is written
 */
export function refusalInWords(
  refusal: Refusal,
  { refusals }: { refusals: RefusalWords },
  dayInWords: (day: Day) => string,
): string {
  const days = refusal.kind === 'other-days' ? refusal.days.map(dayInWords) : [];
  // The words for a kind take refusals of that kind, which the type checker cannot see of a union.
  return (refusals[refusal.kind] as (why: Refusal, days: string[]) => string)(refusal, days);
}

/** The reason in English, with what was found nearest. */
export function reasonOf(refusal: Refusal, nearest: ArticleSummary | undefined): string {
  const why = refusalInWords(refusal, en, (day) => (day.startsWith('--') ? dayInWords(day, en.tag) : day));
  return nearest && hasNearest(refusal) ? `${why} ${whereNearest(nearest)}` : why;
}

function whereNearest(article: ArticleSummary): string {
  const where = article.publisher === null ? 'an article' : publisherOf(article);
  return `The nearest passage is from ${where}${article.date === null ? '' : ` of ${article.date}`}.`;
}
