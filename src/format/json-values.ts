export type JsonObject = Record<string, unknown>;

/** What stands under a key of an object. */
export interface Value {
  key: string;
  value: unknown;
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const listOf = (words: string): string[] => words.split(' ');

/** Where programs put the fields of a thing, beside what they keep of it themselves (Elasticsearch, JSON:API, Guardian). */
const WRAPPERS = ['_source', 'attributes', 'fields'];

/** What stands under the first of some names, then under the second; whether "published_at" or "publishedAt". */
export function valuesOf(object: JsonObject, names: readonly string[]): Value[] {
  const inner = WRAPPERS.map((name) => object[name]).filter(isObject);
  const entries = [object, ...inner].flatMap(Object.entries).filter(([key]) => !WRAPPERS.includes(key));
  const named = entries.map(([key, value]) => ({
    key,
    value,
    name: key.toLowerCase().replace(/[_\-: ]/g, ''),
  }));
  return names.flatMap((name) => named.filter((one) => one.name === name && one.value != null));
}

/** Within what a text or a name may be, besides being one: `{"rendered": "..."}`, `{"@id": "..."}`. */
const INNER = [
  'rendered',
  'html',
  'text',
  'value',
  '#text',
  '$t',
  '_',
  'content',
  'name',
  'title',
  '@id',
  'url',
  '@value',
];
const DEEPEST = 4;

/** The texts in a value: itself, or those of a list of paragraphs, or what an object holds. */
export function stringsIn(value: unknown, depth = DEEPEST): string[] {
  if (typeof value === 'string') return [value];
  if (depth === 0) return [];
  if (Array.isArray(value)) return value.flatMap((one) => stringsIn(one, depth - 1));
  if (!isObject(value)) return [];
  const key = INNER.find((name) => stringsIn(value[name], depth - 1).length > 0);
  return key === undefined ? [] : stringsIn(value[key], depth - 1);
}
