import { parseDocument } from './document.js';

/** A JSON object of unknown shape. */
export type JsonObject = Record<string, unknown>;

/** More than any page says of itself; what follows is not read. */
const MOST_NODES = 500;
const MOST_VALUES = 20;
const MOST_SCRIPTS = 200;
const LONGEST_TEXT = 10_000;
const LARGEST_SCRIPT = 2_000_000;

/** Through these a node says what the page is; through any other key it speaks of something else. */
const INWARD = ['@graph', 'mainEntity', 'mainEntityOfPage'];

/**
 * What a page says that it is about, in its JSON-LD (schema.org): the objects at the top, in an `@graph`, and their main
 * entities; not what they only mention, such as a related story, a comment or a video.
 * @returns in their order on the page, at most 500; what cannot be read is passed over
 */
export function jsonLdNodes(document: Document): JsonObject[] {
  const nodes: JsonObject[] = [];
  for (const script of [...document.querySelectorAll('script[type*="ld+json" i]')].slice(0, MOST_SCRIPTS)) {
    // A stack, the next value last: no nesting is too deep for it.
    const pending: unknown[] = [parseJson(script.textContent ?? '')];
    while (pending.length > 0 && nodes.length < MOST_NODES) {
      const value = pending.pop();
      if (Array.isArray(value)) for (const one of value.slice(0, MOST_NODES).reverse()) pending.push(one);
      else if (isObject(value)) {
        nodes.push(value);
        for (const key of INWARD.toReversed()) pending.push(value[key]);
      }
    }
  }
  return nodes;
}

/** Whether a node has one of some types; "https://schema.org/NewsArticle" counts as "NewsArticle". */
export function hasType(node: JsonObject, types: RegExp): boolean {
  return textsOf(node['@type']).some((type) => types.test(type.slice(0, 200).replace(/^.*[/:#]/, '')));
}

/** The texts of a value: itself, or those of an array, at most 20; `{"@value": "…"}` is its text. */
export function textsOf(value: unknown): string[] {
  const values = Array.isArray(value) ? value.slice(0, MOST_VALUES) : [value];
  return values
    .map((one) => (isObject(one) ? one['@value'] : one))
    .filter((one): one is string => typeof one === 'string')
    .map((text) => withoutEntities(text.slice(0, LONGEST_TEXT)));
}

/**
 * The names of the people or organisations that a node has under a key: texts, objects with a `name`, or references by
 * `@id` to other nodes, which are followed once.
 */
export function namesIn(node: JsonObject, key: string, nodes: JsonObject[]): string[] {
  const value = node[key];
  const values: unknown[] = Array.isArray(value) ? value.slice(0, MOST_VALUES) : [value];
  return values.flatMap((one) => {
    if (!isObject(one)) return textsOf(one);
    const id = one['@id'];
    const named =
      one['name'] === undefined && typeof id === 'string'
        ? nodes.find((other) => other['@id'] === id && other['name'] !== undefined)
        : one;
    return textsOf(named?.['name']);
  });
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON has no entities, but many a page writes "Tom &amp; Ann" there too. */
function withoutEntities(text: string): string {
  if (!/&#?\w{2,31};/.test(text)) return text;
  return parseDocument(`<p>${text.replaceAll('<', '&lt;')}</p>`).querySelector('p')?.textContent ?? text;
}

/** Pages wrap JSON in comments, put line breaks into its texts, and a comma after its last member. */
function parseJson(text: string): unknown {
  if (text.length > LARGEST_SCRIPT) return null;
  const json = text
    .trim()
    .replace(/^(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|(?:\/\/\s*)?<!\[CDATA\[)/, '')
    .replace(/(?:(?:\/\/\s*)?-->|\/\*\s*\]\]>\s*\*\/|(?:\/\/\s*)?\]\]>|;)$/, '');
  for (const attempt of [json, json.replace(/\p{Cc}/gu, ' ').replace(/,(?=\s*[}\]])/g, '')]) {
    try {
      return JSON.parse(attempt);
    } catch {}
  }
  return null;
}
