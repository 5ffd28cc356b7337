import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clean } from '../src/article/clean.js';
import { fit, shareRoom } from '../src/columns.js';
import { checkArticles } from '../src/sources/check.js';
import { checkView } from '../src/sources/check-view.js';
import { cutView } from '../src/sources/cut-view.js';
import { sourcesTable, summaryLine } from '../src/sources/table.js';
import { makeArticle } from './make-article.js';
import { runProgram } from './program.js';

const PLAIN = { colour: false, width: null };
const DATED = { date: '2025-02-19', dateSource: 'stated', dateReason: 'in the feed (pubDate)' } as const;
const LONG = 'The ministers met on Tuesday in the capital, officials said. '.repeat(6).trim();
const OTHER = 'A ferry was late because of fog over the harbour this morning. '.repeat(6).trim();
const THIRD = 'Three schools will be closed for repairs until the end of May. '.repeat(6).trim();
const FOURTH = 'The museum has bought a painting that nobody had seen for years. '.repeat(6).trim();

describe('fit', () => {
  it.each([
    ['abc', 5, 'abc  '],
    ['abcdef', 5, 'abcd…'],
    ['日本の首相', 6, '日本… '],
    ['日本の', 6, '日本の'],
    ['👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧', 4, '👨‍👩‍👧… '],
    ['Кия\u0301нин', 6, 'Кия\u0301нин'],
    ['one two', 5, 'one… '],
  ])('shows %j in %i columns as %j', (text, width, shown) => {
    expect(fit(text, width)).toBe(shown);
    expect(stringWidth(fit(text, width))).toBe(width);
    expect(stringWidth(fit(text, width, 'right'))).toBe(width);
  });
});

describe('shareRoom', () => {
  it('gives each what it wants, or its least and a share of the rest', () => {
    expect(shareRoom([10, 20, 5], [10, 10, 5], 40)).toEqual([10, 20, 5]);
    expect(shareRoom([10, 50, 30], [10, 10, 10], 50)).toEqual([10, 20, 20]);
    expect(shareRoom([10, 50, 12], [10, 10, 10], 50)).toEqual([10, 28, 12]);
    expect(shareRoom([10, 50, 30], [10, 10, 10], 20)).toEqual([10, 10, 10]);
  });
});

describe('sourcesTable', () => {
  const articles = [
    makeArticle({ title: 'The talks', publisher: 'The Paper', ...DATED, text: LONG, file: 'a.txt' }),
    makeArticle({
      title: '日本の首相は火曜日に会見した'.repeat(4),
      languageSource: 'detected',
      language: 'ja',
      text: 'x',
      file: 'feed.xml',
      entry: 12,
    }),
    makeArticle({
      language: null,
      languageSource: null,
      text: 'One two three.',
      file: `${'long/'.repeat(30)}b\u001B[2J.txt`,
    }),
  ];

  it('has a line for each article, and names what is not known', () => {
    const table = sourcesTable(
      [articles[0], { ...articles[2], file: 'b\u001B[2J.txt' }] as typeof articles,
      PLAIN,
    );
    expect(table.split('\n')).toEqual([
      'Title             Publisher  Date        How known                      Lang     Length  File',
      'The talks         The Paper  2025-02-19  stated: in the feed (pubDate)  en          365  a.txt',
      '“One two three.”  unknown    unknown                                    unknown      14  b\uFFFD[2J.txt',
    ]);
  });

  it.each([80, 100, 120, 200])('fits %i columns, whatever the articles are', (width) => {
    const lines = sourcesTable(articles, { colour: false, width }).split('\n');
    expect(lines).toHaveLength(4);
    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
    expect(lines[1]).toContain('The talks');
    expect(lines[1]).toContain('2025-02-19');
    expect(lines[2]).toContain(' ja~ ');
    expect(lines[3]).toContain(' unknown ');
  });

  it('is summed up in a line', () => {
    expect(summaryLine(articles)).toBe(
      '3 articles; 2 without a date; 2 without a publisher; 1 without a language; dates from 2025-02-19 to 2025-02-19; ~ detected.',
    );
    expect(summaryLine([articles[0] as (typeof articles)[0]])).toBe(
      '1 article; dates from 2025-02-19 to 2025-02-19.',
    );
  });
});

describe('checkArticles', () => {
  const good = { title: 'The talks', publisher: 'The Paper', ...DATED, text: LONG };

  it('finds nothing where all is well', () => {
    expect(checkArticles([makeArticle(good)])).toEqual([]);
    expect(checkView([], PLAIN)).toBe('Nothing was found that should be mended.');
  });

  it('names what is missing, with what to do', () => {
    const articles = [
      makeArticle({ ...good, id: 'd', date: null, file: 'date.txt' }),
      makeArticle({ ...good, id: 'p', publisher: null, text: OTHER, file: 'publisher.txt' }),
      makeArticle({ ...good, id: 'l', language: null, text: THIRD, file: 'language.txt' }),
      makeArticle({ ...good, id: 's', text: 'Short.', file: 'short.txt', entry: 3 }),
      makeArticle({ ...good, id: 'f', text: `${LONG}\n\nOur newsletter: sign up`, file: 'furniture.txt' }),
      makeArticle({
        ...good,
        id: 'm',
        text: `${FOURTH}\n\n${'Home\n'.repeat(8)}`,
        publisher: 'B',
        file: 'menu.txt',
      }),
    ];
    expect(checkView(checkArticles(articles), PLAIN)).toBe(
      [
        '1 article has no date',
        '  Write "date: 2025-02-19" into its front matter; where you worked it out yourself, also "dateSource: inferred" and "dateReason: ...".',
        '  date.txt: The talks',
        '',
        '1 article has no publisher',
        '  Write "publisher: ..." into its front matter.',
        '  publisher.txt: The talks',
        '',
        '1 article is of an unknown language',
        '  Write "language: en" (or another tag) into its front matter.',
        '  language.txt: The talks',
        '',
        '1 article is very short',
        '  See whether all of it is there; take it out where it is but a teaser or a notice.',
        '  short.txt #3: 6 characters',
        '',
        '2 articles may hold page furniture',
        "  Take such lines out of the file where they are not the article's own.",
        '  furniture.txt: Our newsletter: sign up',
        '  menu.txt: 8 short lines in a row, up to: Home',
      ].join('\n'),
    );
  });

  it('points to lines that articles of one publisher share', () => {
    const articles = [1, 2, 3].map((i) =>
      makeArticle({
        ...good,
        id: `${i}`,
        file: `${i}.txt`,
        text: `${[LONG, OTHER, THIRD][i - 1]}\n\nWhat we know\n\nIt is the ${i}. of these.`,
      }),
    );
    expect(checkArticles(articles).flatMap(({ places }) => places)).toEqual(
      [1, 2, 3].map((i) => ({ place: `${i}.txt`, found: 'What we know' })),
    );
  });

  it('names copies, with how much of them stands where', () => {
    const text = Array.from(
      { length: 12 },
      (_, i) => `In town ${i} the mayor opened bridge number ${i * 7} today.`,
    ).join(' ');
    const articles = [
      makeArticle({ ...good, id: 'a', file: 'a.txt', text }),
      makeArticle({
        ...good,
        id: 'b',
        file: 'b.txt',
        text: `${text} Nobody was hurt, a spokesman of the police said later.`,
      }),
    ];
    expect(checkArticles(articles)).toMatchObject([
      {
        is: ['article is a copy of another', 'articles are copies of others'],
        places: [{ place: 'a.txt', found: '100 % of it stands in b.txt' }],
      },
    ]);
  });

  it('counts what it does not list', () => {
    const articles = Array.from({ length: 60 }, (_, i) =>
      makeArticle({ ...good, id: `${i}`, date: null, text: `${i} ${LONG}`, file: `${i}.txt` }),
    );
    const lines = checkView(checkArticles(articles), { colour: false, width: 40 }).split('\n');
    expect(lines[0]).toBe('60 articles have no date');
    expect(lines).toHaveLength(53);
    expect(lines.at(-1)).toBe('  and 10 more');
  });
});

describe('cutView', () => {
  it('shows what was left out, in its place and with its reason', () => {
    const one = 'The ministers met on Tuesday in the capital, officials said.';
    const { text, cuts } = clean(
      `News\nSport\nNews\nSport\n\n${LONG}\n\nPhoto: Ann Lee\n\n${one}\n\nAdvertisement`,
      { title: null, authors: null },
    );
    expect(cutView(makeArticle({ title: 'The talks', text, cuts }), PLAIN)).toBe(
      [
        'The talks (a.txt): 6 parts were left out.',
        'a menu:',
        '  - News',
        '  - Sport',
        '  - News',
        '  - Sport',
        '    kept: The ministers met on Tuesday in the capital, officials said. … The ministers met on Tuesday in the capital, officials said.',
        'a caption:',
        '  - Photo: Ann Lee',
        `    kept: ${one}`,
        'an advertisement:',
        '  - Advertisement',
      ].join('\n'),
    );
    expect(cutView(makeArticle({ title: 'The talks', text }), PLAIN)).toBe(
      'The talks (a.txt): nothing was left out.',
    );
  });
});

describe('npm run sources', () => {
  let folder: string;
  const sources = (...words: string[]) => runProgram('sources', words, { env: { SEEDS_DIR: folder } });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'talks-sources-'));
    await writeFile(
      join(folder, 'a.txt'),
      `---\ntitle: The talks\npublisher: The Paper\ndate: 2025-02-19\n---\nAdvertisement\n\n${LONG}`,
    );
    await writeFile(
      join(folder, 'b.jsonl'),
      `{"text": "${LONG}"}\nno\n{"titel": 1}\n[]\n{}\n{"text": "Second."}`,
    );
    await writeFile(join(folder, 'c.pdf'), '%PDF');
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('prints a table and a summary, and names what is skipped', async () => {
    const { code, stdout, stderr } = await sources();
    expect(code).toBe(0);
    expect(stdout.split('\n')[1]).toMatch(
      /^The talks {2,}The Paper {2}2025-02-19 {2}stated {2,}en~ {2,}365 {2}a\.txt$/,
    );
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(
      /^3 articles; 2 without a date; 2 without a publisher; /,
    );
    expect(stderr.split('\n')).toEqual([
      'Skipped c.pdf: its format .pdf is not read; .txt, .md, .html, .htm, .json, .jsonl, .xml, .rss and .atom are.',
      'Skipped 4 entries of b.jsonl: line 2 is not JSON; line 3 cannot be read: it holds no text (a "text", "body" or "content"); line 4 is no object; and 1 more.',
      '',
    ]);
  });

  it('prints objects for other programs', async () => {
    const objects = JSON.parse((await sources('--json', '--text')).stdout);
    expect(objects).toHaveLength(3);
    expect(objects[0]).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{12}$/),
      file: 'a.txt',
      entry: 0,
      title: 'The talks',
      publisher: 'The Paper',
      authors: null,
      date: '2025-02-19',
      dateSource: 'stated',
      language: 'en',
      url: null,
      note: null,
      dateReason: null,
      languageSource: 'detected',
      length: 365,
      text: LONG,
    });
    expect(objects[2]).toMatchObject({ file: 'b.jsonl', entry: 5, text: 'Second.' });
  });

  it('shows one file, and what was left out of it', async () => {
    expect((await sources('a.txt')).stdout).toBe(
      'The talks\n  The Paper · 2025-02-19 · en · 365 characters\n  a.txt\n',
    );
    const cut = await sources('--cut', join(folder, 'a.txt'));
    expect(cut.stdout).toMatch(
      /^The talks \(a\.txt\): 1 part was left out\.\nan advertisement:\n {2}- Advertisement\n/,
    );
    expect(cut.stdout).not.toContain('\u001B');
    expect(await sources('c.pdf')).toMatchObject({ code: 1, stdout: '' });
    expect((await sources('none.txt')).stderr).toContain(
      `Expected a file of the folder of articles (${folder}), but found none: none.txt`,
    );
  });

  it('lists what to mend, and fails for it only where it is asked to', async () => {
    const { code, stdout } = await sources('--check');
    expect(code).toBe(0);
    expect(stdout).toContain('2 articles have no date\n');
    expect(stdout).toContain('1 article is very short\n');
    expect(stdout).toContain('5 files or entries were not read\n');
    expect(await sources('--check', '--strict')).toMatchObject({ code: 1, stdout });
  });
});
