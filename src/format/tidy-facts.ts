import { oneLine } from '../article/invisible.js';

/** What stands for a fact that is not known. */
const UNKNOWN = new Set(['', '~', '-', 'null', 'none', 'undefined', 'unknown', 'n/a']);

/** A fact as one line of text; null where it says nothing. */
export function lineOf(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const line = oneLine(String(value));
  return UNKNOWN.has(line.toLowerCase()) ? null : line;
}

/** A BCP 47 tag ("en", "pt-BR") from "en_US", "EN" or "English"; null where it is none. */
export function languageOf(value: unknown): string | null {
  const line = lineOf(value)?.replaceAll('_', '-');
  if (line == null) return null;
  try {
    const [tag] = Intl.getCanonicalLocales(line);
    if (tag !== undefined && /^[a-z]{2,3}(?:-|$)/.test(tag)) return tag;
  } catch {}
  return languagesByName().get(line.toLowerCase()) ?? null;
}

/** An http or https address; others are of no use to a reader. */
export function addressOf(value: unknown): string | null {
  const line = lineOf(value);
  if (line === null || !URL.canParse(line)) return null;
  return /^https?:$/.test(new URL(line).protocol) ? line : null;
}

const NAMED = [
  'en',
  'de',
  'fr',
  'es',
  'pt',
  'it',
  'nl',
  'pl',
  'cs',
  'ru',
  'uk',
  'be',
  'ar',
  'zh',
  'ja',
  'tr',
];
let names: Map<string, string> | null = null;

/** "english", "deutsch": in English and in the language itself, from the runtime's locale data. */
function languagesByName(): Map<string, string> {
  names ??= new Map(
    NAMED.flatMap((tag) =>
      ['en', tag].map((language): [string, string] => [
        (new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag).toLowerCase(),
        tag,
      ]),
    ),
  );
  return names;
}
