/** A JSON object of unknown shape. */
export type JsonObject = Record<string, unknown>;

/** More than any page says of itself; what follows is not read. */
const MOST_NODES = 2000;
const LARGEST_SCRIPT = 2_000_000;

/** Through these a node says what the page is; through any other key it speaks of something else. */
const INWARD = ['@graph', 'mainEntity', 'mainEntityOfPage'];

/**
 * The things that a page says it is about, in its JSON-LD (schema.org): those at the top, in an `@graph`, and their main
 * entities; not what they only mention, such as a related story, a comment or a video.
 * @returns in their order on the page, at most 2,000; what cannot be read is passed over
 */
export function jsonLdNodes(document: Document): JsonObject[] {
  const nodes: JsonObject[] = [];
  for (const script of document.querySelectorAll('script[type*="ld+json" i]')) {
    const pending: unknown[] = [parseJson(script.textContent ?? '')];
    while (pending.length > 0 && nodes.length < MOST_NODES) {
      const value = pending.shift();
      if (Array.isArray(value)) pending.unshift(...value.slice(0, MOST_NODES));
      else if (isObject(value)) {
        nodes.push(value);
        pending.unshift(...INWARD.flatMap((key) => value[key] ?? []));
      }
    }
  }
  return nodes;
}

/** Whether a node has one of some types; "https://schema.org/NewsArticle" counts as "NewsArticle". */
export function hasType(node: JsonObject, types: RegExp): boolean {
  return textsOf(node['@type']).some((type) => types.test(type.replace(/^.*[/:#]/, '')));
}

/** The texts in a value: itself, the strings of an array, the `@value` or the `name` of an object. At most 100. */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value))
    return value.slice(0, 100).flatMap((one) => (Array.isArray(one) ? [] : textsOf(one)));
  if (isObject(value)) return textsOf(value['@value'] ?? value['name']).slice(0, 1);
  return [];
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Pages wrap JSON in comments, and put line breaks into strings or a comma after the last member. */
function parseJson(text: string): unknown {
  if (text.length > LARGEST_SCRIPT) return null;
  const bare = text.replace(
    /^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\]\]>)\s*$/g,
    '',
  );
  for (const attempt of [
    bare,
    bare
      .replace(/[\u0000-\u001F]+/g, ' ')
      .replace(/,\s*([}\]])/g, '$1')
      .replace(/;\s*$/, ''),
  ]) {
    try {
      return JSON.parse(attempt);
    } catch {}
  }
  return null;
}
