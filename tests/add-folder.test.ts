import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readMark, withMark } from '../src/add/added-mark.js';
import { addressKey, addressOfPage } from '../src/add/address-key.js';
import { articleFile } from '../src/add/article-file.js';
import { fileStem } from '../src/add/file-name.js';
import { openFolder } from '../src/add/open-folder.js';
import { saveArticle } from '../src/add/save-article.js';
import { replaceFile, writeNewFile } from '../src/add/write-file.js';
import { readFrontMatter, writeFrontMatter } from '../src/article/front-matter.js';
import { oneLine } from '../src/article/invisible.js';
import type { RawArticle } from '../src/article/raw-article.js';

const NOTHING = readFrontMatter('').facts;
const TEXT = 'The talks went on for a day.\n\nNobody would say what they were about.';

const article = (facts: Partial<RawArticle> = {}): RawArticle => ({
  ...NOTHING,
  title: 'The talks',
  url: 'https://example.org/talks',
  text: TEXT,
  cuts: [],
  ...facts,
});

describe('writeFrontMatter', () => {
  const unknown = new Set(['', '~', 'null', 'unknown']);
  const line = fc
    .oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({
        unit: fc.constantFrom(
          '-',
          ':',
          '#',
          '"',
          "'",
          '\\',
          ' ',
          'a',
          '\n',
          '[',
          '{',
          '&',
          '!',
          '|',
          '>',
          '%',
          '@',
          '`',
          '~',
        ),
      }),
      fc.constantFrom(
        '2025-02-19',
        'true',
        '1e5',
        '0x1f',
        '.inf',
        '---',
        '- a',
        'a: b',
        '# a',
        'yes',
        '"',
        "'a'",
        '😀: "x"',
        '! x',
      ),
    )
    .map(oneLine)
    .filter((text) => !unknown.has(text.toLowerCase()));
  const facts = fc
    .record({
      title: fc.option(line),
      publisher: fc.option(line),
      authors: fc.option(fc.array(line, { minLength: 1, maxLength: 3 })),
      date: fc.option(fc.constantFrom('2025-02-19', '2024-02-29')),
      dateReason: fc.option(line),
      language: fc.option(fc.constantFrom('en', 'pt-BR', 'no')),
      url: fc.option(fc.webUrl()),
      note: fc.option(line),
    })
    .map((known) => ({ ...known, dateSource: known.date === null ? null : ('stated' as const) }));

  it('writes what is read again as it was', () => {
    fc.assert(
      fc.property(facts, (known) => {
        expect(readFrontMatter(`${writeFrontMatter(known)}Text`)).toEqual({
          facts: known,
          unknown: [],
          text: 'Text',
        });
      }),
      { numRuns: 500 },
    );
  });

  it('writes a file that a person can read', () => {
    const known = {
      ...NOTHING,
      title: 'War: the "end"',
      authors: ['Ann', 'Bo'],
      date: '2025-02-19',
      dateSource: 'stated',
    } as const;
    expect(writeFrontMatter({ ...known, authors: ['Ann', 'Bo'] })).toBe(
      '---\ntitle: \'War: the "end"\'\nauthors:\n  - Ann\n  - Bo\ndate: 2025-02-19\ndateSource: stated\n---\n',
    );
  });
});

describe('fileStem', () => {
  it.each([
    [
      {
        date: '2025-02-26',
        publisher: 'The Kyiv Independent',
        title: 'Ukraine not on agenda in next US-Russia talks',
      },
      '2025-02-26-kyiv-independent-ukraine-not-on-agenda-in-next-us-russia-talks',
    ],
    [{ title: 'Переговоры в Эр-Рияде: «итоги»' }, 'peregovory-v-er-riyade-itogi'],
    [{ title: '和平谈判' }, 'hepingtanpan'],
    [{ title: "Trump's “deal” – 100 % done?" }, 'trumps-deal-100-done'],
    [{ title: '../../etc/passwd' }, 'etc-passwd'],
    [{ title: '..\\CON' }, 'article-con'],
    [{ title: 'nul.' }, 'article-nul'],
    [{ title: 'COM1' }, 'article-com1'],
    [{ title: '.hidden' }, 'hidden'],
    [{ title: '😀', text: 'First words' }, 'first-words'],
    [{ title: null, text: '…' }, 'article'],
    [{ title: 'a'.repeat(300) }, 'a'.repeat(74)],
    [{ title: 'word '.repeat(100) }, 'word-'.repeat(15).slice(0, 74)],
  ])('names %j', (facts, stem) => {
    expect(fileStem(article(facts))).toBe(stem);
  });

  it('is safe whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (title, publisher) => {
        expect(fileStem(article({ title, publisher }))).toMatch(/^[a-z0-9][a-z0-9-]{0,80}$/);
      }),
    );
  });
});

describe('addressKey', () => {
  it.each([
    'http://example.org/a',
    'https://www.example.org/a/',
    'https://example.org:443/a#part',
    'http://example.org:80/a?utm_source=x&fbclid=y',
    'https://EXAMPLE.org/a?',
  ])('takes %s for the same page', (address) => {
    expect(addressKey(address)).toBe(addressKey('https://example.org/a'));
  });

  it('takes other pages for others', () => {
    const others = ['/', '/b', '/A', '/a?id=1', '/a?id=2', '/a/b'].map((path) =>
      addressKey(`https://example.org${path}`),
    );
    expect(
      new Set([...others, addressKey('https://example.org/a'), addressKey('https://example.org:8443/a')])
        .size,
    ).toBe(8);
    expect(addressKey('https://example.org/?b=1&a=2')).toBe(
      addressKey('https://example.org?a=2&b=1&gclid=3'),
    );
  });
});

describe('addressOfPage', () => {
  it.each([
    ['https://m.example.org/a?utm_source=x', 'https://www.example.org/a', 'https://www.example.org/a'],
    ['https://example.org/a?utm_source=x&id=%20y', null, 'https://example.org/a?id=+y'],
    ['https://example.org/a', 'https://example.org/', 'https://example.org/a'],
    ['https://example.org/a', '/b', 'https://example.org/a'],
    ['https://example.org/a', 'ftp://example.org/b', 'https://example.org/a'],
    ['https://mirror.example/a', 'https://example.org/a', 'https://mirror.example/a'],
  ])('of %s, which states %s, is %s', (fetched, stated, address) => {
    expect(addressOfPage(new URL(fetched), stated)).toBe(address);
  });
});

describe('the mark of an added file', () => {
  const file = `---\ntitle: A\n---\nText\nadded: 2025-01-01 sha256-${'0'.repeat(64)}\n`;
  const marked = withMark(file, '2025-02-26');
  const isEdited = (text: string) => {
    const mark = readMark(text);
    return mark === null ? null : mark.now !== mark.written;
  };

  it('stands at the end of the front matter, is no fact, and tells nothing else', () => {
    expect(marked).toMatch(/^---\ntitle: A\nadded: 2025-02-26 sha256-[0-9a-f]{64}\n---\nText\n/);
    expect(readFrontMatter(marked)).toMatchObject({ facts: { title: 'A' }, unknown: [] });
  });

  it.each([
    ['as it was written', marked, false],
    ['with the line ends of Windows', `\uFEFF${marked.replaceAll('\n', '\r\n')}`, false],
    ['with another word', marked.replace('Text', 'Test'), true],
    ['with another fact', marked.replace('title: A', 'title: B'), true],
    ['with a space more', `${marked} `, true],
    ['without it', file, null],
    ['without front matter', marked.replace(/^---[\s\S]*?\n---\n/, ''), null],
  ])('tells of a file %s', (_, text, edited) => {
    expect(isEdited(text)).toBe(edited);
  });
});

describe('the folder', () => {
  let path: string;
  beforeEach(() => {
    path = mkdtempSync(join(tmpdir(), 'talks-add-'));
  });
  afterEach(() => rmSync(path, { recursive: true }));

  const open = (writes = true) => openFolder(path, { writes, toMarkdown: (text) => text, tell: () => {} });
  /** Adds an article in a run of its own. */
  const add = async (facts: Partial<RawArticle> = {}) => saveArticle(article(facts), await open());
  const content = (file = 'the-talks.md') => readFileSync(join(path, file), 'utf8');
  const edit = (from: string, to: string) =>
    writeFileSync(join(path, 'the-talks.md'), content().replace(from, to));

  it('gets a new article once', async () => {
    expect(await add()).toEqual({ fate: 'added', file: 'the-talks.md', reason: null });
    expect(readFrontMatter(content())).toMatchObject({
      facts: { title: 'The talks' },
      unknown: [],
      text: `${TEXT}\n`,
    });
    const before = content();
    expect(await add()).toEqual({ fate: 'unchanged', file: 'the-talks.md', reason: null });
    expect(await add({ url: 'http://www.example.org/talks/?utm_source=x' })).toMatchObject({
      fate: 'unchanged',
    });
    expect(await add({ url: null, title: null })).toEqual({
      fate: 'unchanged',
      file: 'the-talks.md',
      reason: null,
    });
    expect(await add({ url: 'https://example.com/copy', text: TEXT.toUpperCase() })).toEqual({
      fate: 'same text',
      file: 'the-talks.md',
      reason: 'It has the same text under another address (https://example.org/talks).',
    });
    expect(readdirSync(path)).toEqual(['the-talks.md']);
    expect(content()).toBe(before);
  });

  it('gets a page that changed in its old place, and keeps what is no longer said', async () => {
    await add({ note: 'a translation' });
    expect(await add({ title: 'The end of the talks', text: `${TEXT}\n\nThey ended.` })).toEqual({
      fate: 'updated',
      file: 'the-talks.md',
      reason: 'New: title "The end of the talks"; its text (1 new paragraph, 0 gone).',
    });
    expect(readFrontMatter(content())).toMatchObject({
      facts: { title: 'The end of the talks', note: 'a translation' },
      text: `${TEXT}\n\nThey ended.\n`,
    });
    expect(readdirSync(path)).toEqual(['the-talks.md']);
  });

  it('never overwrites what a person edited', async () => {
    await add();
    edit('title: The talks', 'title: My talks');
    const edited = content();
    expect(await add()).toEqual({
      fate: 'unchanged',
      file: 'the-talks.md',
      reason: 'A person edited the file; it stays as it is.',
    });
    expect(await add({ text: `${TEXT}\n\nThey ended.` })).toEqual({
      fate: 'kept',
      file: 'the-talks.md',
      reason:
        'A person edited the file, so it stays as it is. What is read now says otherwise: title "The talks"; its text (1 new paragraph, 0 gone).',
    });
    edit('"', "'");
    expect(content()).toBe(edited);
    // Who deletes the mark takes the file over.
    writeFileSync(join(path, 'the-talks.md'), edited.replace(/^added.*\n/m, ''));
    expect(await add({ text: 'Other words.' })).toMatchObject({ fate: 'kept' });
    expect(content()).toBe(edited.replace(/^added.*\n/m, ''));
  });

  it('leaves a file alone that a person wrote', async () => {
    writeFileSync(join(path, 'mine.txt'), `${TEXT}\n`);
    expect(await add({ url: null, title: null })).toEqual({
      fate: 'unchanged',
      file: 'mine.txt',
      reason: null,
    });
    expect(await add({ date: '2025-02-26', dateSource: 'stated' })).toEqual({
      fate: 'kept',
      file: 'mine.txt',
      reason:
        'A person wrote the file, so it stays as it is. What is read now says otherwise: title "The talks"; date "2025-02-26"; url "https://example.org/talks".',
    });
    expect(readdirSync(path)).toEqual(['mine.txt']);
  });

  it('is not written to where nothing shall be, and knows what it has been told all the same', async () => {
    const folder = await open(false);
    expect(saveArticle(article(), folder)).toMatchObject({ fate: 'added' });
    expect(saveArticle(article(), folder)).toMatchObject({ fate: 'unchanged' });
    expect(readdirSync(path)).toEqual([]);
  });

  it('is made where there is none', async () => {
    path = join(path, 'new', 'seeds');
    expect(await add()).toMatchObject({ fate: 'added' });
    expect(readdirSync(path)).toEqual(['the-talks.md']);
    path = join(path, '..', '..');
  });

  it('gets numbered names, and no link in it is followed', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'talks-outside-'));
    symlinkSync(join(outside, 'new.md'), join(path, 'the-talks.md'));
    mkdirSync(join(path, 'the-talks-2.md'));
    expect(await add()).toMatchObject({ fate: 'added', file: 'the-talks-3.md' });
    expect(await add({ url: 'https://example.org/more', text: 'More words.' })).toMatchObject({
      file: 'the-talks-4.md',
    });
    expect(readdirSync(outside)).toEqual([]);
    rmSync(outside, { recursive: true });
  });

  it('refuses an article whose facts could not be read again', async () => {
    await expect(add({ language: 'English' })).rejects.toThrow('"language": expected a language tag');
    expect(readdirSync(path)).toEqual([]);
  });

  it('holds half a surrogate pair no worse than any file', async () => {
    await add({ title: 'a\ud800b', text: `c\udc00d ${TEXT}` });
    expect(await add({ title: 'a\ud800b', text: `c\udc00d ${TEXT}` })).toMatchObject({ fate: 'unchanged' });
  });
});

describe('replaceFile', () => {
  let path: string;
  beforeEach(() => {
    path = mkdtempSync(join(tmpdir(), 'talks-add-'));
  });
  afterEach(() => rmSync(path, { recursive: true }));

  it('leaves a file alone that changed meanwhile, or became a link', () => {
    writeFileSync(join(path, 'a.md'), 'edited');
    expect(() => replaceFile(path, 'a.md', 'old', 'new')).toThrow(
      'a.md was changed by somebody else meanwhile',
    );
    symlinkSync(join(path, 'a.md'), join(path, 'b.md'));
    expect(() => replaceFile(path, 'b.md', 'edited', 'new')).toThrow(
      'b.md was changed by somebody else meanwhile',
    );
    expect(readFileSync(join(path, 'a.md'), 'utf8')).toBe('edited');
    replaceFile(path, 'a.md', 'edited', 'new');
    expect(readFileSync(join(path, 'a.md'), 'utf8')).toBe('new');
    expect(readdirSync(path)).toEqual(['a.md', 'b.md']);
  });

  it('writes to no folder outside', () => {
    const outside = mkdtempSync(join(tmpdir(), 'talks-outside-'));
    writeFileSync(join(outside, 'a.md'), 'theirs');
    symlinkSync(outside, join(path, 'linked'));
    expect(() => replaceFile(path, 'linked/a.md', 'theirs', 'new')).toThrow('left alone');
    expect(readFileSync(join(outside, 'a.md'), 'utf8')).toBe('theirs');
    expect(readdirSync(outside)).toEqual(['a.md']);
    rmSync(outside, { recursive: true });
  });

  it('says why nothing can be written', () => {
    writeFileSync(join(path, 'file'), '');
    expect(() => writeNewFile(join(path, 'file'), 'a', 'text')).toThrow(
      'The article cannot be written into SEEDS_DIR: it failed (EEXIST).',
    );
    expect(lstatSync(join(path, 'file')).size).toBe(0);
  });
});

describe('articleFile', () => {
  it('is read as the text that it was', () => {
    const file = articleFile(
      article({ text: '\u200B---\ntitle: no front matter\n---\n' }),
      (text) => text,
      '2025-02-26',
    );
    expect(readFrontMatter(file).text).toBe('---\ntitle: no front matter\n---\n');
  });
});
