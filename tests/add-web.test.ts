import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addArgument } from '../src/add/add-argument.js';
import type { Adding, AddStep, Outcome } from '../src/add/adding.js';
import { contentKind } from '../src/add/content-kind.js';
import { openFolder } from '../src/add/open-folder.js';
import { isPublicAddress } from '../src/add/public-address.js';
import type { Readers } from '../src/add/readers.js';
import { readFrontMatter } from '../src/article/front-matter.js';
import type { RawArticle } from '../src/article/raw-article.js';
import { parseDocument } from '../src/page/document.js';
import { UserError } from '../src/user-error.js';

const words = (number: number, word = 'word'): string =>
  Array.from({ length: number }, (_, i) => `${word}${i}`).join(' ');
const rawArticle = (facts: Partial<RawArticle>): RawArticle => ({
  ...readFrontMatter('').facts,
  text: '',
  cuts: [],
  ...facts,
});

/** The text of a page is that of its paragraphs; a feed is JSON behind its first element. */
const READERS: Readers = {
  parsePage: (content) => parseDocument(content.toString()),
  readPage: (content) => {
    const document = parseDocument(content.toString());
    return rawArticle({
      title: document.querySelector('title')?.textContent ?? null,
      url: document.querySelector('link')?.getAttribute('href') ?? null,
      text: [...document.querySelectorAll('p')].map((p) => p.textContent).join('\n\n'),
    });
  },
  readFeed: (text) => JSON.parse(text.replace('<rss>', '')).map(rawArticle),
  decodeText: (content) => content.toString(),
  readFile: async (name, content) => {
    if (!/\.(?:txt|md|json)$/.test(name)) throw new UserError(`its format is not read (${name})`);
    if (name.endsWith('.json'))
      return JSON.parse(content.toString()).map((facts: Partial<RawArticle>) =>
        facts.text === 'broken' ? { reason: 'line 2 is broken' } : { raw: rawArticle(facts) },
      );
    return [{ raw: rawArticle({ text: content.toString() }) }];
  },
};

const page = (text: string, head = ''): string =>
  `<!doctype html><html><head><title>A</title>${head}</head><body><p>${text}</p></body></html>`;

interface Answer {
  status?: number;
  type?: string;
  body: string | Buffer;
}

let folder: string;
let server: Server;
let host: string;
let answers: Record<string, Answer>;
let asked: string[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'talks-add-'));
  answers = {};
  asked = [];
  server = createServer(({ url = '', headers }, response) => {
    asked.push(`${headers.host?.split(':')[0]}${url}`);
    const { status = 200, type = 'text/html', body } = answers[url] ?? { status: 404, body: '' };
    response.writeHead(status, { 'content-type': type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true });
});

async function add(
  argument: string,
  options: Partial<Adding> = {},
  steps: AddStep[] = [],
): Promise<Outcome[]> {
  const adding: Adding = {
    web: {
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
      isPublic: isPublicAddress,
      connectMs: 2_000,
      wholeMs: 4_000,
      largest: 1_000_000,
      turnOf: async () => {},
    },
    readers: READERS,
    folder: await openFolder(folder, { writes: true, toMarkdown: (text) => text, tell: () => {} }),
    limit: 50,
    explain: (error) => (error instanceof Error ? error.message : ''),
    onStep: (step) => steps.push(step),
    ...options,
  };
  const outcomes: Outcome[] = [];
  for await (const outcome of addArgument(argument, adding)) outcomes.push(outcome);
  return outcomes;
}

/** The fate and the reason of each, which is what most tests ask. */
const fates = (outcomes: Outcome[]) => outcomes.map(({ fate, file, reason }) => [fate, file, reason]);

describe('contentKind', () => {
  it.each([
    ['text/html; charset=utf-8', '<p>', 'page'],
    ['TEXT/HTML', '<!-- <rss> --><html>', 'page'],
    [null, ' \uFEFF<!DOCTYPE html>', 'page'],
    ['text/html', '<?xml version="1.0"?><rss version="2.0">', 'feed'],
    ['application/atom+xml', '<?xml version="1.0"?>\n<feed xmlns="x">', 'feed'],
    ['application/xml', '<!DOCTYPE rdf [<!ENTITY % a "b">]>\n<rdf:RDF>', 'feed'],
    ['text/plain', 'It said <rss> and more', '.txt'],
    ['text/plain', 'Words', '.txt'],
    ['application/json', '[]', '.json'],
  ])('of %s with %j is %s', (type, content, kind) => {
    expect(contentKind(type, Buffer.from(content))).toBe(kind);
  });

  it('is read in UTF-16 too', () => {
    expect(contentKind(null, Buffer.from('\uFEFF<?xml version="1.0"?><rss>', 'utf16le'))).toBe('feed');
  });

  it.each([
    ['application/pdf', '%PDF-1.7', 'a PDF document'],
    ['text/html', '%PDF-1.7', 'a PDF document'],
    ['image/svg+xml', '<svg>', 'an image (image/svg+xml)'],
    ['video/mp4', '', 'a recording (video/mp4)'],
    ['application/zip', 'PK', 'something else than a page (application/zip)'],
    [null, 'PK', 'something that does not say what it is'],
    ['application/xml', '<sitemap>', 'something that does not say what it is'],
  ])('of %s with %j is nothing to read', (type, content, found) => {
    expect(() => contentKind(type, Buffer.from(content))).toThrow(
      `The address holds ${found}, and no article is read from that.`,
    );
  });
});

describe('adding a page', () => {
  it('writes it, with the address that answered', async () => {
    answers['/a?utm_source=x'] = { body: page(words(30)) };
    expect(fates(await add(`http://${host}/a?utm_source=x#part`))).toEqual([['added', 'a.md', null]]);
    expect(readFrontMatter(readFileSync(join(folder, 'a.md'), 'utf8'))).toMatchObject({
      facts: { title: 'A', url: `http://${host}/a` },
      text: `${words(30)}\n`,
    });
  });

  it('believes no page that says it is one of another site', async () => {
    answers['/a'] = { body: page(words(30), '<link rel="canonical" href="https://example.org/a">') };
    const [outcome] = await add(`http://${host}/a`);
    expect(outcome?.article?.url).toBe(`http://${host}/a`);
  });

  const NOT_FREE = '<script type="application/ld+json">{"isAccessibleForFree" : "False"}</script>';
  const SUBSCRIBERS =
    'The page shows 60 words, and says itself that the rest is for subscribers. If you may read it all, save it from your browser, and add the file.';
  it.each([
    ['an empty page', '', 'The page is empty.'],
    [
      'a page without text',
      page(''),
      'The page holds no article that could be found: no words of text. If your browser shows one, save the page there, and add the file.',
    ],
    [
      'a request to switch JavaScript on',
      page(words(12)),
      'The page holds no article that could be found: only 12 words of text. If your browser shows one, save the page there, and add the file.',
    ],
    ['a teaser', page(words(60), NOT_FREE), SUBSCRIBERS],
    [
      'a locked teaser',
      page(words(60), '<meta property="article:content_tier" content="locked">'),
      SUBSCRIBERS,
    ],
    [
      'a teaser with a block for subscribers',
      page(`${words(60)}</p><div class="c-Paywall__box">`),
      SUBSCRIBERS,
    ],
  ])('writes nothing of %s', async (_, body, reason) => {
    answers['/a'] = { body };
    expect(fates(await add(`http://${host}/a`))).toEqual([['failed', null, reason]]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ['that is short and free', page(words(60), NOT_FREE.replace('False', 'True'))],
    ['whose text is all there', page(words(160), NOT_FREE)],
    ['whose style names a paywall', page(words(60), '<style>.paywall{}</style><script>"paywall"</script>')],
  ])('writes one %s', async (_, body) => {
    answers['/a'] = { body };
    expect(fates(await add(`http://${host}/a`))).toEqual([['added', 'a.md', null]]);
  });

  it('reads texts and JSON as well', async () => {
    answers['/a'] = { type: 'text/plain', body: 'Words.' };
    answers['/b'] = {
      type: 'application/json',
      body: JSON.stringify([{ title: 'B', text: 'One' }, { text: 'broken' }, { text: 'Two' }]),
    };
    expect(fates(await add(`http://${host}/a`))).toEqual([['added', 'words.md', null]]);
    expect((await add(`http://${host}/b`)).map(({ file, article }) => [file, article?.url])).toEqual([
      ['b.md', null],
      ['two.md', null],
    ]);
  });
});

describe('adding a feed', () => {
  const feed = (entries: object[]): Answer => ({
    type: 'application/rss+xml',
    body: `<rss>${JSON.stringify(entries)}`,
  });

  it('adds the page of each entry, the newest first, with what only the feed knows', async () => {
    answers['/feed'] = feed([
      { url: '/1', date: '2025-02-01', dateSource: 'stated', dateReason: 'in the feed' },
      { url: `http://${host}/2` },
      {
        url: `http://${host}/3`,
        date: '2025-02-03',
        dateSource: 'stated',
        title: 'From the feed',
        publisher: 'The Post',
      },
      { url: `http://${host}/4`, date: '2024-02-03' },
    ]);
    for (const path of ['/1', '/3', '/4']) answers[path] = { body: page(words(30, `page${path.slice(1)}x`)) };
    const steps: AddStep[] = [];
    const outcomes = await add(`http://${host}/feed`, { limit: 2 }, steps);
    expect(fates(outcomes)).toEqual([
      ['added', '2025-02-03-post-a.md', null],
      ['added', '2025-02-01-a.md', null],
    ]);
    expect(asked).toEqual(['127.0.0.1/feed', '127.0.0.1/3', '127.0.0.1/1']);
    expect(outcomes[0]?.article).toMatchObject({ title: 'A', publisher: 'The Post', date: '2025-02-03' });
    expect(steps).toEqual([
      { name: 'fetch', address: `http://${host}/feed` },
      { name: 'feed', address: `http://${host}/feed`, entries: 4, taken: 2 },
      { name: 'entry', done: 0, total: 2 },
      { name: 'entry', done: 1, total: 2 },
    ]);
  });

  it('falls back to a text that is long enough, and says so', async () => {
    answers['/feed'] = feed([
      { title: 'Long', url: `http://${host}/1?utm_medium=rss`, text: words(120) },
      { title: 'Short', url: `http://${host}/2`, text: words(20) },
      { title: 'Nowhere', text: words(120, 'other') },
      { title: 'Odd', url: 'javascript:alert(1)', text: words(120, 'odd') },
    ]);
    const outcomes = await add(`http://${host}/feed`);
    expect(fates(outcomes)).toEqual([
      ['added', 'long.md', 'There is no such page (404 Not Found). This is the text of the feed.'],
      [
        'failed',
        null,
        'There is no such page (404 Not Found). The feed itself holds only 20 words of the article.',
      ],
      ['added', 'nowhere.md', 'The entry names no page. This is the text of the feed.'],
      [
        'added',
        'odd.md',
        'Only http and https addresses are fetched, and this one is "javascript:". Save the page, and add the file. This is the text of the feed.',
      ],
    ]);
    expect(outcomes.map(({ source, article }) => [source, article?.url])).toEqual([
      [`http://${host}/1?utm_medium=rss`, `http://${host}/1`],
      [`http://${host}/2`, undefined],
      [`http://${host}/feed (entry 3)`, null],
      ['javascript:alert(1)', null],
    ]);
  });

  it('does not put the text of the feed in the place of the page', async () => {
    answers['/1'] = { body: page(words(200)) };
    answers['/feed'] = feed([{ url: `http://${host}/1`, text: words(120) }]);
    await add(`http://${host}/feed`);
    answers['/1'] = { status: 503, body: '' };
    const before = readFileSync(join(folder, 'a.md'), 'utf8');
    const reason = 'The server has a fault of its own (503 Service Unavailable). Try again later.';
    expect(fates(await add(`http://${host}/feed`))).toEqual([['unchanged', 'a.md', reason]]);
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(before);
  });

  it('leads into no private network but the host that was typed', async () => {
    const port = host.split(':')[1];
    answers['/feed'] = feed([
      { url: `http://localhost:${port}/1` },
      { url: `http://127.0.0.1:1/1` },
      { url: 'http://169.254.169.254/latest/meta-data/' },
      { url: `http://[::ffff:127.0.0.1]:${port}/1` },
      { url: `http://intranet.example:${port}/1` },
    ]);
    const outcomes = await add(`http://${host}/feed`);
    expect(outcomes.map(({ reason }) => reason?.split('.', 1)[0])).toHaveLength(5);
    for (const { fate, reason } of outcomes) {
      expect(fate).toBe('failed');
      expect(reason).toContain('is in a private network.');
    }
    expect(asked).toEqual(['127.0.0.1/feed']);
  });

  it('of a public name leads to its own pages, but not where that name turns to the private network', async () => {
    const port = host.split(':')[1];
    answers['/feed'] = feed([{ url: '/1' }, { url: '/2' }]);
    answers['/1'] = { body: page(words(30)) };
    answers['/2'] = { body: page(words(30, 'secret')) };
    let lookups = 0;
    const web = {
      resolve: async () => {
        lookups += 1;
        return [{ address: lookups < 3 ? '127.0.0.1' : '127.0.0.2', family: 4 }];
      },
      isPublic: (address: string) => address === '127.0.0.1',
      connectMs: 2_000,
      wholeMs: 4_000,
      largest: 1_000_000,
      turnOf: async () => {},
    };
    const outcomes = await add(`http://news.example:${port}/feed`, { web });
    expect(outcomes.map(({ fate }) => fate)).toEqual(['added', 'failed']);
    expect(asked).toEqual(['news.example/feed', 'news.example/1']);
  });

  it.each([
    ['no entries', [], 'The feed has no entries.'],
    [
      'itself for an entry',
      [{ url: '/feed' }],
      'The address holds a feed, and no article. The feed itself holds no text of the article.',
    ],
  ])('fails where it has %s', async (_, entries, reason) => {
    answers['/feed'] = feed(entries);
    expect(fates(await add(`http://${host}/feed`))).toEqual([['failed', null, reason]]);
  });
});

describe('adding a file', () => {
  const save = (name: string, content: string | Buffer): string => {
    const path = join(mkdtempSync(join(tmpdir(), 'talks-saved-')), name);
    writeFileSync(path, content);
    return path;
  };

  it.each([
    ['page.html', page(words(30)), [['added', 'a.md', null]]],
    ['page', page(words(30)), [['added', 'a.md', null]]],
    ['a.txt', '<html> is a word', [['added', 'html-is-a-word.md', null]]],
    [
      'a.json',
      JSON.stringify([
        { title: 'One', text: 'A.' },
        { title: 'Two', text: 'Two' },
        { title: 'Three', text: 'B.' },
        { text: 'broken' },
      ]),
      [
        ['added', 'one.md', null],
        ['failed', null, 'It holds no text but what a page puts around an article.'],
        ['added', 'three.md', null],
        ['failed', null, 'Line 2 is broken.'],
      ],
    ],
    ['a.txt', '', [['failed', null, 'The file is empty.']]],
    ['a.docx', 'PK', [['failed', null, 'Its format is not read (a.docx).']]],
    [
      'a.txt',
      Buffer.alloc(10_000_001),
      [['failed', null, 'The file is larger than 10 MB, which no article is.']],
    ],
    [
      'feed.xml',
      `<rss>${JSON.stringify([
        { title: 'One', text: words(120) },
        { title: 'Two', text: words(12) },
      ])}`,
      [
        [
          'added',
          'one.md',
          'Of a saved feed no pages are fetched; add the address of the feed, or of the page, for that. This is the text of the feed.',
        ],
        [
          'failed',
          null,
          'Of a saved feed no pages are fetched; add the address of the feed, or of the page, for that. The feed itself holds only 12 words of the article.',
        ],
      ],
    ],
  ])('tells the fate of %s', async (name, content, expected) => {
    expect(fates(await add(save(name, content)))).toEqual(expected);
  });

  it('says that there is none', async () => {
    expect(fates(await add('www.example.org/a'))).toEqual([
      ['failed', null, 'There is no such file. An address starts with https:// or http://.'],
    ]);
    expect(fates(await add(folder))).toEqual([['failed', null, 'This is a folder; name the files in it.']]);
    expect(fates(await add('/dev/zero'))).toEqual([['failed', null, 'This is not a file.']]);
  });
});
