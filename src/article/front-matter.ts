import { parseDocument, stringify } from 'yaml';
import { z } from 'zod';
import { UserError } from '../user-error.js';
import { oneLine } from './invisible.js';

/** What a file says of its article before the text; a missing fact is null. */
export type FrontMatter = z.output<typeof frontMatter>;

const UNKNOWN = new Set(['', '~', 'null', 'unknown']);

/** Facts are read as they are written: YAML's failsafe schema keeps every scalar a string, so a date stays a date. */
const fact = z
  .string('expected a line of text')
  .transform(oneLine)
  .transform((text) => (UNKNOWN.has(text.toLowerCase()) ? null : text))
  .nullish()
  .transform((text) => text ?? null);

const oneOrMore = z
  .union([z.array(z.string()), z.string().transform((name) => [name])], 'expected a name or a list of names')
  .transform((names) => names.map(oneLine).filter((name) => !UNKNOWN.has(name.toLowerCase())))
  .nullish()
  .transform((names) => (names?.length ? names : null));

const day = fact.pipe(z.iso.date('expected a day that exists, as YYYY-MM-DD').nullable());
const address = fact.pipe(
  z.url({ protocol: /^https?$/, error: 'expected an http or https address' }).nullable(),
);
/** BCP 47 allows for languages of up to eight letters, of which there are none: "English" is a mistake. */
const languageTag = fact.transform((tag, context) => {
  try {
    if (tag === null) return null;
    const [canonical] = Intl.getCanonicalLocales(tag);
    if (canonical && /^[a-z]{2,3}(-|$)/.test(canonical)) return canonical;
  } catch {}
  context.addIssue({ code: 'custom', message: 'expected a language tag such as "en"' });
  return z.NEVER;
});

const known = z.object({
  title: fact,
  publisher: fact,
  authors: oneOrMore,
  date: day,
  dateSource: fact.pipe(z.enum(['stated', 'inferred'], 'expected "stated" or "inferred"').nullable()),
  dateReason: fact,
  language: languageTag,
  url: address,
  note: fact,
});

const frontMatter = known
  // A date in front matter is stated there unless a person marks it as worked out; without a date there is no source.
  .transform((facts) => ({
    ...facts,
    dateSource: facts.date === null ? null : (facts.dateSource ?? 'stated'),
  }))
  .refine((facts) => facts.dateSource !== 'inferred' || facts.dateReason !== null, {
    path: ['dateReason'],
    message: 'expected the reason for an inferred date',
  });

const FENCED = /^---[ \t]*\n(?<yaml>(?:.*\n)*?)---[ \t]*(?:\n|$)/;
const NEVER_CLOSED = /^---[ \t]*\n[ \t]*\w+:/;

export interface ReadFile {
  facts: FrontMatter;
  /** What stands in the front matter and is not read, such as a misspelt "titel". */
  unknown: string[];
  text: string;
}

/**
 * Divides a file into its front matter and its text.
 * @param file the content, line ends as line feeds; all of it is text where it does not open with a YAML mapping
 * @throws UserError naming every fact that cannot be right
 */
export function readFrontMatter(file: string): ReadFile {
  const yaml = FENCED.exec(file)?.groups?.['yaml'];
  if (yaml === undefined && NEVER_CLOSED.test(file)) {
    throw new UserError('its front matter has no end: expected a line "---" after it');
  }
  const value = yaml === undefined ? '' : parseYaml(yaml);
  if (typeof value === 'string') return { facts: frontMatter.parse({}), unknown: [], text: file };
  const entries = Object.entries(value ?? {}).map(([key, fact]) => [nameOf(key) ?? key, fact] as const);
  const parsed = frontMatter.safeParse(Object.fromEntries(entries));
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `"${issue.path.join('.')}": ${issue.message}`);
    throw new UserError(`its front matter is wrong: ${wrong.join('; ')}`);
  }
  const unknown = entries.map(([key]) => key).filter((key) => !FACT_NAMES.includes(key) && key !== ADDED);
  return { facts: parsed.data, unknown, text: file.replace(FENCED, '') };
}

/**
 * Writes what is known of an article as front matter, so that `readFrontMatter` gives the same facts. What is not known
 * is left out; white space is folded, since a fact has one line.
 */
export function writeFrontMatter(facts: FrontMatter): string {
  const { title, publisher, authors, date, dateSource, dateReason, language, url, note } = facts;
  const ordered = { title, publisher, authors, date, dateSource, dateReason, language, url, note };
  const lines = Object.entries(ordered)
    .filter(([, fact]) => fact !== null)
    .map(([name, fact]) => [name, typeof fact === 'string' ? oneLine(fact) : fact?.map(oneLine)]);
  // A long title stays on its line, where a person looks for it.
  const yaml = lines.length === 0 ? '' : stringify(Object.fromEntries(lines), { lineWidth: 0 });
  return `---\n${yaml}---\n`;
}

/** What `npm run add` writes for itself; it is no fact of the article. */
export const ADDED = 'added';

/** The names of the facts that are read. */
export const FACT_NAMES = Object.keys(known.shape);

/** The fact that a key means: "Title" is the title, and "author" the authors. */
function nameOf(key: string): string | undefined {
  const lower = key.toLowerCase();
  return FACT_NAMES.find(
    (name) => name.toLowerCase() === lower || (lower === 'author' && name === 'authors'),
  );
}

/** @returns a mapping, or a string where the YAML is nothing but text */
function parseYaml(yaml: string): object | string | null {
  const document = parseDocument(yaml, { schema: 'failsafe' });
  const [error] = document.errors;
  if (error) {
    throw new UserError(
      `its front matter cannot be read (line ${(error.linePos?.[0].line ?? 0) + 1}); ` +
        'a text with a colon or quotation marks in it has to stand in quotation marks',
      1,
      { cause: error },
    );
  }
  const value: unknown = document.toJS();
  if (typeof value === 'string' || value === null) return value;
  if (typeof value === 'object' && !Array.isArray(value)) return value;
  throw new UserError('its front matter is wrong: expected lines such as "title: The talks"');
}
