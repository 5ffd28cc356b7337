import { lettersOf } from './page-title.js';

const LONGEST_NAME = 80;
const MOST_WORDS = 5;
const MOST_AUTHORS = 20;
/** "By Ann Lee", "Von Ann Lee", "Автор: Анна Ли". */
const BY =
  /^(?:(?:written |posted |story |words )?by|von|par|por|di|door|av|af|przez|от|autor[ae]?s?|author|автор|текст|text)(?:\s*:\s*|\s+)/iu;
/** Signs that never stand in a name, and words and commas that do in the name of a newspaper. */
const BETWEEN_TEXTS = /\s*[;|•]\s*/;
const BETWEEN_NAMES = /\s*,\s*(?:(?:and|und|y|et|i|и)\s+)?|\s+(?:&|and|und|y|et|en|och|og|i|и|та)\s+/iu;
/** An address, a mark-up, a year, or the name of a web site or a computer's user instead of a person's. */
const NO_NAME =
  /https?:|www\.|@|[<>{}[\]]|\d{4}|^\S+\.\p{L}{2,}$|^(?:admin(?:istrator)?|editor(?:ial)?|staff|redaktion|redakcja|редакция|webmaster|author|unknown|guest|anonymous|null|undefined|none)$/iu;

/**
 * The names in what a page says of an article's authors.
 * @param said texts of one or several names each
 * @param publishers the names that the publisher goes by: it is no author of its own articles
 * @returns null where no name is left
 */
export function authorNames(said: string[], publishers: string[]): string[] | null {
  const names = new Map<string, string>();
  for (const text of said.slice(0, MOST_AUTHORS).flatMap((one) => one.split(BETWEEN_TEXTS))) {
    for (const name of namesIn(text.replace(BY, '').trim())) {
      const letters = lettersOf(name);
      if (!names.has(letters)) names.set(letters, name);
    }
  }
  for (const publisher of publishers) names.delete(lettersOf(publisher));
  const spelt = [...names.keys()];
  const found = [...names]
    // "All articles by Ann Lee" beside "Ann Lee".
    .filter(([letters]) => !spelt.some((other) => other !== letters && letters.includes(other)))
    .map(([, name]) => name)
    .filter(isName)
    .slice(0, MOST_AUTHORS);
  return found.length > 0 ? found : null;
}

/** "Ann Lee and Bo Ek" are two, each of at least two words; "Church and Life" is one. */
function namesIn(text: string): string[] {
  const parts = text.split(BETWEEN_NAMES);
  return parts.every((part) => /\S\s\S/.test(part)) ? parts : [text];
}

const isName = (text: string): boolean =>
  text.length <= LONGEST_NAME &&
  text.split(' ').length <= MOST_WORDS &&
  /\p{L}{2}/u.test(text) &&
  !NO_NAME.test(text);
