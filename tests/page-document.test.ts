import { describe, expect, test } from 'vitest';
import { decodePage } from '../src/page/decode-page.js';
import { parseDocument } from '../src/page/document.js';
import { UserError } from '../src/user-error.js';

const CYRILLIC = 'Переговоры продолжались всю ночь, сообщил министр в понедельник';

/** Windows-1251 has the Cyrillic letters in the order of Unicode from 0xC0 on. */
function windows1251(text: string): Buffer {
  return Buffer.from(
    [...text]
      .map((letter) => (letter < '\x80' ? letter : String.fromCharCode(letter.charCodeAt(0) - 0x350)))
      .join(''),
    'latin1',
  );
}

function utf16be(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

describe('the encoding of a page is', () => {
  test.each<[string, Buffer, string | null, string]>([
    ['UTF-8 where nothing else is said', Buffer.from('<p>Zürich – “ja”'), null, '<p>Zürich – “ja”'],
    [
      'what its byte order mark says',
      Buffer.from('\uFEFF<meta charset=windows-1251><p>für'),
      null,
      '<meta charset=windows-1251><p>für',
    ],
    ['UTF-16 with a mark', Buffer.from(`\uFEFF<p>${CYRILLIC}`, 'utf16le'), null, `<p>${CYRILLIC}`],
    [
      'UTF-16 LE without a mark',
      Buffer.from(`<html><body><p>${CYRILLIC}`, 'utf16le'),
      'text/html',
      `<html><body><p>${CYRILLIC}`,
    ],
    ['UTF-16 BE without a mark', utf16be(`<html><body><p>${CYRILLIC}`), null, `<html><body><p>${CYRILLIC}`],
    [
      'what the server says',
      windows1251(`<p>${CYRILLIC}`),
      'text/html; charset="windows-1251"',
      `<p>${CYRILLIC}`,
    ],
    [
      'what the page says',
      windows1251(`<meta charset="windows-1251"><p>${CYRILLIC}`),
      'text/html',
      `<meta charset="windows-1251"><p>${CYRILLIC}`,
    ],
    [
      'what XML says',
      windows1251(`<?xml version="1.0" encoding="windows-1251"?><p>да`),
      null,
      `<?xml version="1.0" encoding="windows-1251"?><p>да`,
    ],
    [
      'windows-1251 where it is not said',
      windows1251(`<html><body><p>${CYRILLIC}</p></body></html>`),
      null,
      `<html><body><p>${CYRILLIC}</p></body></html>`,
    ],
    [
      'windows-1251 where UTF-8 is said',
      windows1251(`<meta charset="utf-8"><p>${CYRILLIC}`),
      'text/html; charset=utf-8',
      `<meta charset="utf-8"><p>${CYRILLIC}`,
    ],
    [
      'ISO 8859-1',
      Buffer.from('<meta charset="iso-8859-1"><p>für Köln', 'latin1'),
      null,
      '<meta charset="iso-8859-1"><p>für Köln',
    ],
    [
      'windows-1252, as which browsers read ISO 8859-1',
      Buffer.from('<meta charset="iso-8859-1">\x93ja\x94 \x80', 'latin1'),
      null,
      '<meta charset="iso-8859-1">“ja” €',
    ],
    [
      'UTF-8 where ISO 8859-1 is said',
      Buffer.from('<meta charset="iso-8859-1"><p>für “Köln”'),
      'text/html; charset=ISO-8859-1',
      '<meta charset="iso-8859-1"><p>für “Köln”',
    ],
    [
      'UTF-8 that breaks off within a character',
      Buffer.from('<p>für Köln, Zürich und Genf, für alle').subarray(0, -3).subarray(0),
      null,
      '<p>für Köln, Zürich und Genf, für a',
    ],
    [
      'Shift_JIS',
      Buffer.from('3c6d65746120636861727365743d536869667 45f4a49533e93fa967b'.replace(/ /g, ''), 'hex'),
      null,
      '<meta charset=Shift_JIS>日本',
    ],
    [
      'ISO-2022-JP, which is ASCII to the eye',
      Buffer.from('<meta charset=iso-2022-jp>\x1b$BF|K\\\x1b(B', 'latin1'),
      null,
      '<meta charset=iso-2022-jp>日本',
    ],
  ])('%s', (_, content, contentType, text) => {
    expect(decodePage(content, contentType)).toBe(text);
  });

  test('declared after the first 1,024 bytes', () => {
    const page = `<head><style>${' '.repeat(3000)}</style><meta charset="windows-1251"><p>${CYRILLIC}`;
    expect(decodePage(windows1251(page), null)).toBe(page);
  });

  test('not asked for beyond the end of a broken declaration', () => {
    const page = '<meta content="charset';
    expect(decodePage(Buffer.from(`${page}\xE9`, 'latin1'), null)).toBe(`${page}é`);
  });
});

describe('the document of a page', () => {
  const outer = (html: string) => parseDocument(html).documentElement.outerHTML;

  test.each([
    ['text alone', 'text', '<html><head></head><body>text</body></html>'],
    ['an empty page', '', '<html><head></head><body></body></html>'],
    [
      'a page without the outer elements',
      '<title>t</title><meta name="a"><p>a<p>b',
      '<html><head><title>t</title><meta name="a"></head><body><p>a</p><p>b</p></body></html>',
    ],
    [
      'a head that does not end',
      '<html lang="de"><head><title>t</title><body class="c"><p>a',
      '<html lang="de"><head><title>t</title></head><body class="c"><p>a</p></body></html>',
    ],
    [
      'no body',
      '<html><head><title>t</title></head><p>a</p></html>',
      '<html><head><title>t</title></head><body><p>a</p></body></html>',
    ],
    [
      'what stands before and after',
      '<style>a</style><html><body><p>a</p></body></html><p>b</p>',
      '<html><head><style>a</style></head><body><p>a</p><p>b</p></body></html>',
    ],
  ])('has a head and a body around %s', (_, html, whole) => {
    expect(outer(html)).toBe(whole);
  });

  test('is not nested deeper than its readers bear, its text in order', () => {
    const { body } = parseDocument(`${'<div>a'.repeat(500)}<p>end</p>${'</div>z'.repeat(500)}`);
    let depth = 0;
    for (const element of body.querySelectorAll('*')) {
      let level = 0;
      for (let at: Element | null = element; at && at !== body; at = at.parentElement) level++;
      depth = Math.max(depth, level);
    }
    expect(depth).toBe(100);
    expect(body.textContent).toBe(`${'a'.repeat(500)}end${'z'.repeat(500)}`);
  });

  test('is refused where it nests without an end', () => {
    expect(() => parseDocument('<div>'.repeat(100_000))).toThrow(
      new UserError('it nests more than 20000 elements'),
    );
    expect(parseDocument('<p>a<br>'.repeat(50_000)).body.textContent).toHaveLength(50_000);
  });
});
