import { parseDocument } from 'yaml';
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
const languageTag = fact.transform((tag, context) => {
  try {
    return tag === null ? null : (Intl.getCanonicalLocales(tag)[0] ?? null);
  } catch {
    context.addIssue({ code: 'custom', message: 'expected a language tag such as "en"' });
    return z.NEVER;
  }
});

const frontMatter = z
  .object({
    title: fact,
    publisher: fact,
    authors: oneOrMore,
    date: day,
    dateSource: fact.pipe(z.enum(['stated', 'inferred'], 'expected "stated" or "inferred"').nullable()),
    dateReason: fact,
    language: languageTag,
    url: address,
    note: fact,
  })
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

/**
 * Divides a file into its front matter and its text.
 * @param file the content, line ends as line feeds
 * @returns the facts, and the text after them; a file that does not open with a YAML mapping is all text
 * @throws UserError naming every fact that cannot be right
 */
export function readFrontMatter(file: string): { facts: FrontMatter; text: string } {
  const fenced = FENCED.exec(file);
  if (!fenced?.groups) return { facts: frontMatter.parse({}), text: file };
  const document = parseDocument(fenced.groups['yaml'] ?? '', { schema: 'failsafe' });
  const [error] = document.errors;
  if (error) {
    const [what] = error.message.split(' at line ');
    const line = (error.linePos?.[0].line ?? 0) + 1;
    throw new UserError(`its front matter is not valid YAML: ${what} (line ${line})`, 1, { cause: error });
  }
  const value: unknown = document.toJS();
  if (typeof value === 'string') return { facts: frontMatter.parse({}), text: file };
  const parsed = frontMatter.safeParse(value ?? {});
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `"${issue.path.join('.')}": ${issue.message}`);
    throw new UserError(`its front matter is wrong: ${wrong.join('; ')}`);
  }
  return { facts: parsed.data, text: file.slice(fenced[0].length) };
}
