import type { ArticleSummary } from './article/article.js';
import type { Day } from './day/days.js';
import type { QuestionFacts } from './search.js';
import { publisherOf } from './view.js';
import { wordsOf } from './words/letters.js';

/** Why a question is not answered. */
export type Refusal =
  | { kind: 'no-words' | 'greeting' | 'unknown-script' | 'off-subject' | 'not-in-the-articles' }
  | { kind: 'unmentioned'; names: string[]; isClear: boolean }
  | { kind: 'other-days'; days: string[] };

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
  const words = wordsOf(question);
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

/** The reason in a sentence or two for the reader, with what was found nearest. */
export function reasonOf(refusal: Refusal, nearest: ArticleSummary | undefined): string {
  return nearest && hasNearest(refusal) ? `${why(refusal)} ${whereNearest(nearest)}` : why(refusal);
}

function why(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'no-words':
      return 'There is no word in this. Ask in a sentence.';
    case 'greeting':
      return 'Only questions about the articles are answered. Ask what you want to know from them.';
    case 'unknown-script':
      return 'The model does not know this script, so the articles cannot be searched. Ask in Latin or Cyrillic letters.';
    case 'unmentioned':
      return `No article ${refusal.isClear ? 'mentions' : 'seems to mention'} ${listed(refusal.names)}.`;
    case 'other-days':
      return `Nothing was found on this for ${listed(refusal.days.map(dayInWords))}.`;
    case 'off-subject':
      return 'The articles are about other things.';
    case 'not-in-the-articles':
      return 'The articles do not answer this.';
  }
}

/** A day with its year as it is, and "March 3" where nobody said which year. */
function dayInWords(day: Day): string {
  if (!day.startsWith('--')) return day;
  const format = new Intl.DateTimeFormat('en', { month: 'long', day: 'numeric', timeZone: 'UTC' });
  return format.format(new Date(`2024-${day.slice(2)}T00:00Z`));
}

function whereNearest(article: ArticleSummary): string {
  const where = article.publisher === null ? 'an article' : publisherOf(article);
  return `The nearest passage is from ${where}${article.date === null ? '' : ` of ${article.date}`}.`;
}

function listed(names: string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
