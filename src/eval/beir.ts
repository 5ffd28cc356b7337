import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Article } from '../article/article.js';
import { oneLine, withoutInvisible } from '../article/invisible.js';
import type { SeedFile } from '../article/seed-files.js';
import { systemCode, UserError } from '../user-error.js';

/** A collection for measuring search (Thakur et al. 2021, "BEIR", arXiv 2104.08663). */
export interface Collection {
  /** The documents, as articles; their ids are the documents'. */
  articles: Article[];
  queries: { id: string; text: string }[];
  /** By the id of a query, the grade of each document that is right for it. */
  grades: Map<string, Map<string, number>>;
}

const CORPUS = 'corpus.jsonl';
const QUERIES = 'queries.jsonl';
const GRADES = join('qrels', 'test.tsv');

const document = z.object({ _id: z.string(), title: z.string().nullish(), text: z.string() });
const query = z.object({ _id: z.string(), text: z.string() });

/**
 * Reads a folder in the BEIR layout. Only queries that have a right document are asked, as in BEIR.
 * @throws UserError where a file is missing, or a line is not as it should be
 */
export async function readCollection(folder: string): Promise<Collection> {
  const articles: Article[] = [];
  const ids = new Set<string>();
  for await (const { _id, title, text } of records(join(folder, CORPUS), document)) {
    if (ids.has(_id))
      throw new UserError(`${join(folder, CORPUS)} should hold each document once; it has ${_id} twice.`, 2);
    ids.add(_id);
    articles.push(articleOf(_id, title ?? null, text, articles.length));
  }
  const grades = await readGrades(join(folder, GRADES), ids);
  const queries: Collection['queries'] = [];
  for await (const { _id, text } of records(join(folder, QUERIES), query)) {
    if (grades.has(_id)) queries.push({ id: _id, text });
  }
  if (!articles.some(({ text }) => /\p{L}/u.test(text)) || queries.length === 0) {
    throw new UserError(
      `The collection in ${folder} should hold documents and graded queries, but has none.`,
      2,
    );
  }
  return { articles, queries, grades };
}

/** The corpus as the file that an index is made from, so that it is built again when the file changes. */
export async function describeCorpus(folder: string): Promise<SeedFile> {
  const path = join(folder, CORPUS);
  try {
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(path)) hash.update(chunk);
    return { file: CORPUS, length: (await stat(path)).size, sha256: hash.digest('hex') };
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** A document as an article, read like one: without characters that cannot be seen. */
function articleOf(id: string, title: string | null, text: string, entry: number): Article {
  const unknown = { publisher: null, authors: null, date: null, dateSource: null, dateReason: null };
  const named = title === null || oneLine(title) === '' ? null : oneLine(title);
  const facts = { title: named, ...unknown, language: null, languageSource: null, url: null, note: null };
  return {
    id,
    file: CORPUS,
    entry,
    ...facts,
    text: withoutInvisible(text).trim(),
    cuts: [],
  };
}

async function* records<T>(path: string, schema: z.ZodType<T>): AsyncGenerator<T> {
  for await (const { line, number } of linesOf(path)) {
    let record: unknown;
    try {
      record = JSON.parse(line);
    } catch {
      record = null;
    }
    const parsed = schema.safeParse(record);
    if (!parsed.success) {
      throw new UserError(
        `${path} should hold an object a line with _id and text; line ${number} does not.`,
        2,
      );
    }
    yield parsed.data;
  }
}

/** @param documents those that there are; a collection may have been cut down */
async function readGrades(path: string, documents: Set<string>): Promise<Collection['grades']> {
  const grades: Collection['grades'] = new Map();
  for await (const { line, number } of linesOf(path)) {
    const [asked = '', found, grade] = line.split('\t');
    const isNumber = grade !== undefined && grade.trim() !== '' && Number.isFinite(Number(grade));
    if (number === 1 && grade !== undefined && !isNumber) continue;
    if (found === undefined || !isNumber) {
      throw new UserError(
        `${path} should hold a query, a document and a grade a line; line ${number} does not.`,
        2,
      );
    }
    if (Number(grade) <= 0 || !documents.has(found)) continue;
    const ofQuery = grades.get(asked) ?? new Map<string, number>();
    grades.set(asked, ofQuery.set(found, Number(grade)));
  }
  return grades;
}

async function* linesOf(path: string): AsyncGenerator<{ line: string; number: number }> {
  let number = 0;
  try {
    for await (const line of createInterface({
      input: createReadStream(path),
      crlfDelay: Number.POSITIVE_INFINITY,
    })) {
      number++;
      if (line.trim() !== '') yield { line, number };
    }
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): unknown {
  const code = systemCode(error);
  if (error instanceof UserError || code === undefined) return error;
  return new UserError(
    `Expected a folder in the BEIR layout (${CORPUS}, ${QUERIES}, ${GRADES}), but ${path} cannot be read (${code}).`,
    2,
  );
}
