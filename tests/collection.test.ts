import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeCorpus, readCollection } from '../src/eval/beir.js';

let temporary: string;
let number = 0;

beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'talks-collection-'));
});
afterAll(() => rm(temporary, { recursive: true }));

const CORPUS = [
  '{"_id": "d1", "title": "The zoo", "text": "A panda was born in the zoo."}',
  '{"_id": "d2", "title": "The fleet", "text": "Ten ships left the harbour.", "metadata": {"year": 1999}}',
].join('\n');
const QUERIES = '{"_id": "q1", "text": "Which animal was born?"}\n{"_id": "q2", "text": "What left?"}\n';
const GRADES = 'query-id\tcorpus-id\tscore\nq1\td1\t1\nq2\td2\t2\n';

/** A folder in the BEIR layout; a file that is null is left out. */
async function collection(
  files: { corpus?: string | null; queries?: string | null; grades?: string | null } = {},
): Promise<string> {
  const folder = join(temporary, `${number++}`);
  await mkdir(join(folder, 'qrels'), { recursive: true });
  const { corpus = CORPUS, queries = QUERIES, grades = GRADES } = files;
  if (corpus !== null) await writeFile(join(folder, 'corpus.jsonl'), corpus);
  if (queries !== null) await writeFile(join(folder, 'queries.jsonl'), queries);
  if (grades !== null) await writeFile(join(folder, 'qrels', 'test.tsv'), grades);
  return folder;
}
const gradesOf = async (grades: string) =>
  [...(await readCollection(await collection({ grades }))).grades].map(([query, right]) => [query, ...right]);

describe('a collection', () => {
  it('is read as articles, questions and grades', async () => {
    const { articles, queries, grades } = await readCollection(await collection());
    const unknown = {
      ...{ publisher: null, authors: null, date: null, dateSource: null, dateReason: null },
      ...{ language: null, languageSource: null, url: null, note: null, cuts: [], file: 'corpus.jsonl' },
    };
    expect(articles).toEqual([
      { id: 'd1', entry: 0, title: 'The zoo', text: 'A panda was born in the zoo.', ...unknown },
      { id: 'd2', entry: 1, title: 'The fleet', text: 'Ten ships left the harbour.', ...unknown },
    ]);
    expect(queries).toEqual([
      { id: 'q1', text: 'Which animal was born?' },
      { id: 'q2', text: 'What left?' },
    ]);
    expect(grades).toEqual(
      new Map([
        ['q1', new Map([['d1', 1]])],
        ['q2', new Map([['d2', 2]])],
      ]),
    );
  });

  it('has no title where a document has none, an empty one, or null', async () => {
    const corpus = [
      '{"_id":"d1","title":null,"text":"One."}',
      '{"_id":"d2","text":"Two."}',
      '{"_id":"d3","title":" ","text":"Three."}',
    ];
    const { articles } = await readCollection(await collection({ corpus: corpus.join('\n') }));
    expect(articles.map(({ title }) => title)).toEqual([null, null, null]);
  });

  it('is read without what cannot be seen, as articles are', async () => {
    const title = '\u200BThe \u202Ezoo\n again\u00AD';
    const corpus = JSON.stringify({
      _id: 'd1',
      title,
      text: '\uFEFF A pan\u00ADda\u0000 came.\r\nIt sat. \n',
    });
    const { articles } = await readCollection(await collection({ corpus: `\n${corpus}\r\n\r\n` }));
    expect(articles).toMatchObject([{ title: 'The zoo again', text: 'A panda came.\nIt sat.' }]);
  });

  it('has each document once', async () => {
    const corpus = '{"_id":"d1","text":"One."}\n{"_id":"d1","text":"Two."}';
    const folder = await collection({ corpus });
    await expect(readCollection(folder)).rejects.toThrow(
      `${join(folder, 'corpus.jsonl')} should hold each document once; it has d1 twice.`,
    );
  });

  it('asks only what has a right document', async () => {
    const grades = 'query-id\tcorpus-id\tscore\nq1\td1\t0\nq2\td2\t1\n';
    expect((await readCollection(await collection({ grades }))).queries).toEqual([
      { id: 'q2', text: 'What left?' },
    ]);
  });
});

describe('its grades', () => {
  it('are read with a header line and without one, whatever the line ends', async () => {
    const read = [
      ['q1', ['d1', 1]],
      ['q2', ['d2', 2]],
    ];
    expect(await gradesOf(GRADES)).toEqual(read);
    expect(await gradesOf('q1\td1\t1\nq2\td2\t2')).toEqual(read);
    expect(await gradesOf(GRADES.replace(/\n/g, '\r\n'))).toEqual(read);
  });

  it('of 0 or less, and of documents that there are not, are left out', async () => {
    expect(await gradesOf('q1\td1\t0\nq1\td2\t3\nq1\td3\t-1\nq1\td4\t1\nq2\td1\t0\n')).toEqual([
      ['q1', ['d2', 3]],
    ]);
  });
});

describe('a folder that is no collection', () => {
  it.each([
    ['corpus', 'corpus.jsonl'],
    ['queries', 'queries.jsonl'],
    ['grades', join('qrels', 'test.tsv')],
  ] as const)('for lack of its %s is told by the file that is missing', async (file, name) => {
    const folder = await collection({ [file]: null });
    await expect(readCollection(folder)).rejects.toThrow(
      'Expected a folder in the BEIR layout (corpus.jsonl, queries.jsonl, qrels/test.tsv), ' +
        `but ${join(folder, name)} cannot be read (ENOENT).`,
    );
  });

  it.each([
    ['corpus', 'corpus.jsonl', `${CORPUS}\nnonsense`, 3],
    ['corpus', 'corpus.jsonl', '["d1", "A panda."]', 1],
    ['corpus', 'corpus.jsonl', '{"_id": "d1"}', 1],
    ['corpus', 'corpus.jsonl', '{"_id": 1, "text": "A panda."}', 1],
    ['queries', 'queries.jsonl', '\n\n{"_id": "q1"}', 3],
    ['queries', 'queries.jsonl', 'null', 1],
  ])(
    'for a line of its %s that is no such object is told by the line (%#)',
    async (file, name, text, line) => {
      const folder = await collection({ [file]: text });
      await expect(readCollection(folder)).rejects.toThrow(
        `${join(folder, name)} should hold an object a line with _id and text; line ${line} does not.`,
      );
    },
  );

  it.each([
    [`${GRADES}q1 d1 1\n`, 4],
    [`${GRADES}\nq1\td1\n`, 5],
    ['q1\td1\t1\nq1\td1\tgood\n', 2],
    ['query-id\tcorpus-id\tscore\nquery-id\tcorpus-id\tscore\n', 2],
  ])('for a line of its grades that is none is told by the line (%#)', async (grades, line) => {
    const folder = await collection({ grades });
    await expect(readCollection(folder)).rejects.toThrow(
      `${join(folder, 'qrels', 'test.tsv')} should hold a query, a document and a grade a line; line ${line} does not.`,
    );
  });

  it.each([
    { corpus: '' },
    { queries: '\n' },
    { grades: '' },
    { grades: 'q1\td1\t0' },
    { grades: 'q9\td1\t1' },
  ])('for want of anything to ask, as in %j, is told so', async (files) => {
    const folder = await collection(files);
    await expect(readCollection(folder)).rejects.toThrow(
      `The collection in ${folder} should hold documents and graded queries, but has none.`,
    );
  });
});

describe('its corpus as a file', () => {
  it('is told by its length and hash, so that any change shows', async () => {
    const hash = createHash('sha256').update(CORPUS).digest('hex');
    expect(await describeCorpus(await collection())).toEqual({
      file: 'corpus.jsonl',
      length: Buffer.byteLength(CORPUS),
      sha256: hash,
    });
    const changed = await describeCorpus(await collection({ corpus: CORPUS.replace('panda', 'tiger') }));
    expect(changed).toMatchObject({ length: Buffer.byteLength(CORPUS) });
    expect(changed.sha256).not.toBe(hash);
  });

  it('is told by its name where it is missing', async () => {
    const folder = await collection({ corpus: null });
    await expect(describeCorpus(folder)).rejects.toThrow(
      `${join(folder, 'corpus.jsonl')} cannot be read (ENOENT).`,
    );
  });
});
