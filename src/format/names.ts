import { isObject, stringsIn, type Value } from './json-values.js';
import { addressOf, lineOf } from './tidy-facts.js';

const BY = /^(?:by|von|par|por|от|автор:?)\s+/i;
const BETWEEN_NAMES = /\s*;\s*|\s*,\s+(?:and\s+)?|\s+(?:and|und|&)\s+/;

/** The name of a publisher: a text, or an object with one. An address is none. */
export function nameIn({ value }: Value): string | null {
  const name = lineOf(stringsIn(value)[0]);
  return addressOf(name) === null ? name : null;
}

/** The names of authors: of the first value that has any. */
export function authorsIn(values: Value[]): string[] | null {
  for (const { value } of values) {
    const names = (Array.isArray(value) ? value : [value]).flatMap(namesOf);
    if (names.length > 0) return [...new Set(names)];
  }
  return null;
}

/** "By Ann Lee and Bo Ray" are two; "Lee, Ann" is one, and so is what stands in an object. */
function namesOf(author: unknown): string[] {
  const line = lineOf(stringsIn(author)[0])?.replace(BY, '') ?? null;
  if (line === null || addressOf(line) !== null || /^\d+$/.test(line)) return [];
  if (isObject(author)) return [line];
  const names = line.split(BETWEEN_NAMES).filter((name) => name !== '');
  return names.some((name) => !name.includes(' ')) ? [line] : names;
}
