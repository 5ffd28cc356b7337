import { oneLine } from '../article/invisible.js';

const LONGEST_NAME = 80;
const MOST_AUTHORS = 20;
/** "By Ann Lee", "Von Ann Lee", "Автор: Анна Ли". */
const BY =
  /^(?:(?:written |posted |story |words )?by|von|par|por|di|door|av|af|przez|от|автор|текст|author|text|autor[ae]?s?)(?::\s*|\s+)/iu;
const NO_NAME =
  /^(?:admin(?:istrator)?|editor(?:ial)?|staff|redaktion|redakcja|редакция|webmaster|author|unknown|guest|anonymous|null|undefined|none|n\/a)$/iu;

/**
 * The names of the authors, from what a page says of them.
 * @param said the texts, each of one or several names
 * @param publishers names that the publisher goes by: it is no author of its own articles
 * @returns null where no name is left
 */
export function authorNames(said: string[], publishers: string[]): string[] | null {
  const names: string[] = [];
  for (const text of said.slice(0, MOST_AUTHORS)) {
    for (const part of oneLine(text.slice(0, 1000)).replace(BY, '').split(SEPARATOR)) {
      const name = part
        .replace(BY, '')
        .replace(/[\s,;|/–-]+$/u, '')
        .trim();
      if (isName(name) && !has(publishers, name) && !has(names, name)) names.push(name);
    }
  }
  return names.length > 0 ? names.slice(0, MOST_AUTHORS) : null;
}

/** A comma divides names only where what follows is not of the name itself ("Martin Luther King, Jr."). */
const SEPARATOR =
  /\s*(?:;|\s&\s|\s\|\s|,(?!\s*(?:jr|sr|ph\.?d|m\.?d|dr|mba|esq|i{1,3})\b)|\s(?:and|und|y|et|en|och|og|и|та)\s)\s*/iu;

const isName = (text: string): boolean =>
  text.length <= LONGEST_NAME &&
  /\p{L}{2}/u.test(text) &&
  !/https?:|www\.|@|[<>{}[\]]|\d{4}/i.test(text) &&
  !NO_NAME.test(text);

const has = (names: string[], name: string): boolean =>
  names.some((one) => one.toLowerCase() === name.toLowerCase());
