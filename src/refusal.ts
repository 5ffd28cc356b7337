import type { ArticleSummary } from './article/article.js';
import type { Day } from './day/days.js';
import type { Found } from './search.js';
import { publisherOf } from './view.js';
import { wordsOf } from './words/letters.js';

/** Why a question is not answered. */
export type Refusal =
  | { kind: 'no-words' | 'greeting' | 'unknown-script' | 'off-subject' | 'not-in-the-articles' }
  | { kind: 'unmentioned'; names: string[] }
  | { kind: 'other-days'; days: string[] };

/** From this share of pieces that the model does not know, it cannot tell what a question says. */
const UNKNOWN_PIECES = 0.3;

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

/**
 * Why a question is not answered; asked only where nothing that was found is certain enough.
 * @param certainty of the best hit
 */
export function refusalOf(question: string, { question: facts }: Found, certainty: number): Refusal {
  const words = wordsOf(question);
  if (facts.unknown >= UNKNOWN_PIECES) return { kind: 'unknown-script' };
  if (words.length === 0) return { kind: 'no-words' };
  if (words.every((word) => GREETINGS.has(word))) return { kind: 'greeting' };
  if (facts.unmentioned.length > 0)
    return { kind: 'unmentioned', names: facts.unmentioned.map(({ name }) => name) };
  if (facts.daysNotFound.length > 0) return { kind: 'other-days', days: facts.daysNotFound };
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
      return 'This is no question about the articles. Ask what you want to know from them.';
    case 'unknown-script':
      return 'The model does not know this script, so the articles cannot be searched. Ask in Latin or Cyrillic letters.';
    case 'unmentioned':
      return `No article mentions ${listed(refusal.names)}.`;
    case 'other-days':
      return `No article tells of this on ${listed(refusal.days.map(dayInWords))}.`;
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
  return `The nearest to it stands in ${where}${article.date === null ? '' : ` of ${article.date}`}.`;
}

function listed(names: string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
