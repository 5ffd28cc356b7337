import { folded } from './folded.js';
import { languageInWords } from './language-in-words.js';

/** Languages in which people name languages: those that the program speaks. Each is named in itself too. */
const NAMED_IN = ['en', 'de', 'ru', 'uk', 'fr', 'es', 'pl'];

/**
 * What a language is called: "German", "немецкий", "allemand", "Deutsch".
 * @param tag BCP 47
 */
export function languageNames(tag: string): string[] {
  return [...NAMED_IN, tag].map((language) => languageInWords(tag, language));
}

/** Whether a language is a tag, or a dialect of it: "en" takes "en-GB" too. */
export const isLanguage = (language: string, tag: string): boolean =>
  `${language.toLowerCase()}-`.startsWith(`${tag.toLowerCase()}-`);

/**
 * The tag that a person means who types one, or a name of a language.
 * @param languages that there are, as tags
 * @returns null where none of them is meant
 */
export function tagOfLanguage(typed: string, languages: readonly string[]): string | null {
  const tag = typed.trim();
  if (languages.some((language) => isLanguage(language, tag))) return tag;
  const name = folded(typed);
  // "English" is that of Britain too, which has a name of its own.
  const tags = new Set(languages.flatMap((language) => [language.split('-')[0] ?? '', language]));
  return [...tags].find((one) => languageNames(one).some((known) => folded(known) === name)) ?? null;
}
