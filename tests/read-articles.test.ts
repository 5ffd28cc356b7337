import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { articleId } from '../src/article/article.js';
import { readArticles } from '../src/article/read-articles.js';

const EN = 'The ministers met on Tuesday in the capital to discuss the ceasefire, officials said.';
const DE = 'Die Außenminister trafen sich am Dienstag in der Hauptstadt, um über die Waffenruhe zu sprechen.';
const UK = 'Міністри закордонних справ зустрілися у вівторок у столиці, щоб обговорити припинення вогню.';

let folder: string;
const write = (file: string, content: string | Buffer) => writeFile(join(folder, file), content);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talks-read-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('readArticles', () => {
  it('reads every format, by name and by content, and folders within folders', async () => {
    await mkdir(join(folder, 'a', 'b'), { recursive: true });
    await write('a/b/deep.md', `# The talks\n\n${EN}`);
    await write('article.json', JSON.stringify({ title: 'One', text: EN, published: '2025-02-19' }));
    await write(
      'feed.xml',
      `<rss version="2.0"><channel><title>F</title><item><description>${EN}</description></item></channel></rss>`,
    );
    await write('lines.jsonl', `{"text": "${EN}"}\nno\n{"text": "..."}\n{"text": "${DE}"}`);
    await write('page.html', `<html><head><title>Page</title></head><body><p>${EN}</p></body></html>`);
    await write(
      'really-a-page.txt',
      `\uFEFF<!DOCTYPE html><html><head><title>Page</title></head><body>${EN}</body></html>`,
    );
    await write(
      'really-a-feed.html',
      `<?xml version="1.0"?><rss version="2.0"><channel><item><description>${EN}</description></item></channel></rss>`,
    );
    await write('site.xml', '<urlset></urlset>');
    await write('text.TXT', `---\ntitle: Text\n---\n${EN}`);
    await write('wide.txt', Buffer.from(UK, 'utf16le'));
    const { articles, skipped, seeds } = await readArticles(folder);
    expect(articles.map(({ file, entry, title, language }) => [file, entry, title, language])).toEqual([
      ['a/b/deep.md', 0, 'The talks', 'en'],
      ['article.json', 0, 'One', 'en'],
      ['feed.xml', 0, null, 'en'],
      ['lines.jsonl', 0, null, 'en'],
      ['lines.jsonl', 3, null, 'de'],
      ['page.html', 0, 'Page', 'en'],
      ['really-a-feed.html', 0, null, 'en'],
      ['really-a-page.txt', 0, 'Page', 'en'],
      ['text.TXT', 0, 'Text', 'en'],
      ['wide.txt', 0, null, 'uk'],
    ]);
    expect(skipped).toEqual([
      { file: 'lines.jsonl', entry: 1, reason: 'line 2 is not JSON' },
      {
        file: 'lines.jsonl',
        entry: 2,
        reason: 'line 3 cannot be read: it holds no text (a "text", "body" or "content")',
      },
      { file: 'site.xml', reason: 'it is no feed (RSS or Atom), or not all of one' },
    ]);
    expect(seeds).toHaveLength(10);
    expect(articles[4]).toMatchObject({ id: articleId('lines.jsonl', 3), text: DE });
    expect(articles[0]?.text).toBe(EN);
  });

  it('names a list of articles that is empty', async () => {
    await write('a.json', '{"articles": []}');
    await write('b.jsonl', '\n\n');
    await write('c.rss', '<rss version="2.0"><channel><title>F</title></channel></rss>');
    expect((await readArticles(folder)).skipped).toEqual(
      ['a.json', 'b.jsonl', 'c.rss'].map((file) => ({ file, reason: 'it holds no articles' })),
    );
  });

  it('says whether the language is stated, and leaves it open where it is not sure', async () => {
    await write('a.txt', `---\nlanguage: fr\n---\n${EN}`);
    await write('b.txt', EN);
    await write('c.txt', 'Reuters 12:30 OK');
    const { articles } = await readArticles(folder);
    expect(articles.map(({ language, languageSource }) => [language, languageSource])).toEqual([
      ['fr', 'stated'],
      ['en', 'detected'],
      [null, null],
    ]);
  });

  it.each([
    [
      `Published: February 17, 2025 at 8:30 AM EST\n\n${EN}`,
      '2025-02-17',
      'in the text, above its first paragraph ("Published: February 17, 2025 at 8:30 AM EST")',
    ],
    [
      `The talks\n17. Februar 2025\n${DE}`,
      '2025-02-17',
      'in the text, above its first paragraph ("17. Februar 2025")',
    ],
    [`date 2025-02-19 ${EN}`, '2025-02-19', 'in the text, before its first word'],
    [
      `Updated: February 18, 2025\nPublished: February 17, 2025\n\n${EN}`,
      '2025-02-17',
      'in the text, above its first paragraph ("Published: February 17, 2025")',
    ],
    [`Updated: February 18, 2025\n\n${EN}`, null, null],
    [`Photo taken: January 15, 2025\n\n${EN}`, null, null],
    [`February 17, 2025\nFebruary 18, 2025\n\n${EN}`, null, null],
    [`02/03/2025\n\n${EN}`, null, null],
    [`February 30, 2025\n\n${EN}`, null, null],
    [`RIYADH, Feb 18 (Reuters) - ${EN}`, null, null],
    [`${EN}\n\n© 2025 The Paper\n\nFebruary 17, 2025`, null, null],
    [`The palace on Jan. 15, 2025. (Ann Lee/Agency via Pictures)\n\n${EN}`, null, null],
    [
      `Tuesday February 18, 2025\n\n${EN}`,
      '2025-02-18',
      'in the text, above its first paragraph ("Tuesday February 18, 2025")',
    ],
    [`Updated February 18, 2025\n\n${EN}`, null, null],
  ])('finds the date in %j', async (text, date, dateReason) => {
    await write('a.txt', text);
    const { articles } = await readArticles(folder);
    expect(articles[0]).toMatchObject({ date, dateReason, dateSource: date && 'stated' });
  });

  it('lets front matter win over the text', async () => {
    await write(
      'a.md',
      `---\ntitle: Mine\ndate: 2025-02-01\n---\n# Theirs\n\nPublished: February 17, 2025\n\n${EN}`,
    );
    expect((await readArticles(folder)).articles[0]).toMatchObject({
      title: 'Mine',
      date: '2025-02-01',
      dateReason: null,
      text: `Theirs\n\n${EN}`,
    });
  });

  it('takes over articles as if they were read again, also what repeats in those of a publisher', async () => {
    const text = (i: number) =>
      `---\npublisher: The Paper\n---\nThe Paper Daily\n\nPhoto: Ann Lee\n\nGroup ${i}: ${EN}\n\nAdvertisement\n\nOur channel\n`;
    for (const i of [1, 2, 3, 4]) await write(`${i}.txt`, text(i));
    const before = await readArticles(folder);
    expect(before.articles.map((article) => article.text)).toEqual(
      [1, 2, 3, 4].map((i) => `Group ${i}: ${EN}`),
    );
    const known = new Map(
      before.seeds.map(({ file, sha256 }) => [
        file,
        { sha256, articles: before.articles.filter((one) => one.file === file) },
      ]),
    );
    await write('3.txt', `${text(3)}More.`);
    expect(await readArticles(folder, { known })).toEqual(await readArticles(folder));
    for (const file of ['3.txt', '4.txt']) await rm(join(folder, file));
    const after = await readArticles(folder, { known });
    expect(after).toEqual(await readArticles(folder));
    expect(after.articles[0]?.text).toBe(`The Paper Daily\n\nGroup 1: ${EN}\n\nOur channel`);
  });

  it('takes over what is known of files that are the same, and reads the others', async () => {
    await write('a.txt', EN);
    await write('b.txt', DE);
    const first = await readArticles(folder);
    const known = new Map(
      first.seeds.map(({ file, sha256 }) => [
        file,
        {
          sha256,
          articles: first.articles
            .filter((one) => one.file === file)
            .map((one) => ({ ...one, note: 'known' })),
        },
      ]),
    );
    await write('b.txt', `${DE} Danach reisten sie ab.`);
    const steps: [number, number][] = [];
    const { articles, seeds } = await readArticles(folder, { known, onFile: (...step) => steps.push(step) });
    expect(articles.map(({ note, text }) => [note, text])).toEqual([
      ['known', EN],
      [null, `${DE} Danach reisten sie ab.`],
    ]);
    expect(seeds[1]?.sha256).toBe(createHash('sha256').update(`${DE} Danach reisten sie ab.`).digest('hex'));
    expect(steps).toEqual([
      [0, 2],
      [1, 2],
      [2, 2],
    ]);
  });
});
