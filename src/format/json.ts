import { whySkipped } from '../article/seed-files.js';
import { UserError } from '../user-error.js';
import type { Entry } from './entry.js';
import { hasText, readObject } from './json-article.js';
import { isObject, type JsonObject, listOf } from './json-values.js';

/** What a list of articles is called in files that hold more than a list. */
const LISTS = listOf(
  'articles items entries posts stories news documents docs results records rows hits @graph data response content feed channel',
);
/** How deep a list may lie: `{"response": {"docs": [...]}}`. */
const DEEPEST = 3;

/**
 * The articles of a JSON file: one object, a list, or an object with a list in it.
 * @throws UserError where it is not JSON, or holds no articles
 */
export function readJson(text: string): Entry[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    // Several objects, one a line, are often called .json as well.
    if (/^\s*\{[^\n]*\}[ \t]*\n\s*\{/.test(text)) return readJsonLines(text);
    throw new UserError('it is not JSON, or not all of it', 1, { cause });
  }
  if (isObject(value) && hasText(value)) return [entryOf(value, {}, 'the object')];
  const found = listIn(value, '', DEEPEST);
  if (!found)
    throw new UserError('it holds no list of articles, and is none itself (an object with a "text")');
  return found.list.map((item, i) => entryOf(item, found.around, `${found.path}[${i}]`));
}

/** The articles of a file that holds one JSON object a line; blank lines do not count. */
export function readJsonLines(text: string): Entry[] {
  return text.split('\n').flatMap((line, i): Entry[] => {
    if (line.trim() === '') return [];
    try {
      return [entryOf(JSON.parse(line), {}, `line ${i + 1}`)];
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      return [{ reason: `line ${i + 1} is not JSON` }];
    }
  });
}

function entryOf(item: unknown, around: JsonObject, where: string): Entry {
  if (!isObject(item)) return { reason: `${where} is no object` };
  try {
    return { raw: readObject(item, around), isPage: false, unknown: [], where };
  } catch (error) {
    return { reason: `${where} cannot be read: ${whySkipped(error)}` };
  }
}

interface FoundList {
  list: unknown[];
  path: string;
  /** What stands beside the list, and holds for all in it: a publisher, a language. */
  around: JsonObject;
}

function listIn(value: unknown, path: string, depth: number): FoundList | null {
  if (Array.isArray(value)) return { list: value, path, around: {} };
  if (!isObject(value) || depth === 0) return null;
  for (const name of LISTS) {
    const found = listIn(value[name], path === '' ? name : `${path}.${name}`, depth - 1);
    if (found) return { ...found, around: { ...value, ...found.around } };
  }
  return null;
}
