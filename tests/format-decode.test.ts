import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../src/format/decode.js';
import { UserError } from '../src/user-error.js';

const RUSSIAN = 'Министры иностранных дел встретились во вторник в столице, чтобы обсудить прекращение огня.';
const UKRAINIAN =
  'Міністри закордонних справ зустрілися у вівторок у столиці, щоб обговорити припинення вогню.';
const GERMAN = 'Die Außenminister trafen sich am Dienstag, um über die Waffenruhe zu sprechen.';
const FRENCH = 'Les ministres des Affaires étrangères se sont réunis mardi pour évoquer le cessez-le-feu.';
const SPANISH = 'Los ministros se reunieron el martes en España para hablar del alto el fuego, según él.';
const POLISH =
  'Ministrowie spraw zagranicznych spotkali się we wtorek, aby omówić zawieszenie broni w środę.';
const ENGLISH =
  'The ministers met on Tuesday to discuss the ceasefire; it would cost €5 million, “they said”.';

/** A text in 8 bits: Node only decodes those, so the table is turned round. */
function encode(text: string, encoding: string): Buffer {
  const bytes = Array.from({ length: 256 }, (_, byte) => byte);
  const table = new Map(
    bytes.map((byte) => [new TextDecoder(encoding).decode(Uint8Array.of(byte), { stream: true }), byte]),
  );
  return Buffer.from([...text].map((letter) => table.get(letter) as number));
}

const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

describe('decodeText', () => {
  it.each([
    ['windows-1251', RUSSIAN],
    ['windows-1251', UKRAINIAN],
    ['koi8-r', RUSSIAN],
    ['koi8-u', UKRAINIAN],
    ['windows-1252', GERMAN],
    ['windows-1252', ENGLISH],
    ['iso-8859-1', FRENCH],
    ['iso-8859-1', SPANISH],
    ['windows-1250', POLISH],
    ['iso-8859-2', POLISH],
  ])('finds %s of %s', (encoding, text) => {
    expect(decodeText(encode(text, encoding))).toBe(text);
    // Where the letters come late.
    const late = `${'The talks went on for hours.\n'.repeat(10_000)}${text}`;
    expect(decodeText(encode(late, encoding))).toBe(late);
  });

  it.each([RUSSIAN, GERMAN, ENGLISH])(
    'reads %s in UTF-8 and UTF-16, with and without a byte order mark',
    (text) => {
      expect(decodeText(Buffer.from(text))).toBe(text);
      expect(decodeText(Buffer.from(`\uFEFF${text}`))).toBe(text);
      expect(decodeText(Buffer.from(`\uFEFF${text}`, 'utf16le'))).toBe(text);
      expect(decodeText(utf16be(`\uFEFF${text}`))).toBe(text);
      expect(decodeText(Buffer.from(text, 'utf16le'))).toBe(text);
      expect(decodeText(utf16be(text))).toBe(text);
    },
  );

  it('believes an XML declaration where the bytes are not UTF-8', () => {
    const xml = `<?xml version="1.0" encoding="windows-1251"?><a>Да</a>`;
    expect(decodeText(encode(xml, 'windows-1251'))).toBe(xml);
    const wrong = `<?xml version="1.0" encoding="UTF-8"?><a>${RUSSIAN}</a>`;
    expect(decodeText(encode(wrong, 'windows-1251'))).toBe(wrong);
    expect(() => decodeText(encode('<?xml version="1.0" encoding="x-none"?>é', 'windows-1252'))).toThrow(
      new UserError('its encoding x-none is not read; save it again in UTF-8'),
    );
  });

  it('believes what a server says before that', () => {
    const xml = `<?xml version="1.0" encoding="iso-8859-1"?><a>Да</a>`;
    expect(decodeText(encode(xml, 'windows-1251'), 'text/xml; charset="Windows-1251"')).toBe(xml);
    expect(decodeText(Buffer.from(xml), 'text/xml; charset=windows-1251')).toBe(xml);
  });

  it.each([
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452000001f4', 'hex')],
    [
      'random bytes',
      Buffer.from(Array.from({ length: 4_001 }, (_, i) => (i * 7919 + ((i * i) % 251)) % 256)),
    ],
    ['control characters', Buffer.from('a\u0001b\u0002c\u0003'.repeat(50))],
  ])('refuses %s', (_, content) => {
    expect(() => decodeText(content)).toThrow(UserError);
  });

  it('refuses what it would have to guess', () => {
    const noise = Buffer.from(
      Array.from({ length: 3_000 }, (_, i) => 128 + (createHash('md5').update(`${i}`).digest()[0] ?? 0) / 2),
    );
    expect(() => decodeText(noise)).toThrow(
      new UserError('its encoding is not known; save it again in UTF-8'),
    );
  });
});
