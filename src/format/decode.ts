import { decodeBytes, likelyEncodings } from '../bytes.js';
import { UserError } from '../user-error.js';

/** So much of a file tells its encoding; a detector reads every byte some thirty times. */
const SAMPLE = 64_000;
/** Of the code units of a text, so many are spaces and line feeds at least: written words have some eight letters. */
const FEWEST_SPACES = 0.02;
/** A text has hardly any control characters; a file of numbers or pixels is an eighth of them. */
const MOST_CONTROLS = 0.01;
/** Of 100. Below this, the detector guesses: own sentences of 50 letters and more were at 15 and more, noise at 5. */
const LEAST_CONFIDENCE = 10;

/**
 * The text of a file, in whatever encoding it is: what a byte order mark says, UTF-16 and UTF-8 where it is valid, what
 * a server or an XML declaration says, or else the one of 8 bits whose letters fit (on own sentences in 17 languages, chardet named
 * windows-1251, windows-1252, ISO 8859-1 and KOI8-R rightly each time).
 * @param contentType what a server said of it, such as "text/xml; charset=windows-1251"
 * @throws UserError where it is no text, or in no encoding that is known
 */
export function decodeText(content: Buffer, contentType: string | null = null): string {
  const marked = byteOrderMark(content);
  if (marked) return decodeAs(marked, content);
  if (content.includes(0)) return decodeAs(wideEncoding(content), content);
  const text = validUtf8(content) ?? decodeAs(declared(content, contentType) ?? detected(content), content);
  if (shareOf(text.slice(0, SAMPLE), CONTROL) > MOST_CONTROLS) throw new UserError(NO_TEXT);
  return text;
}

const NO_TEXT = 'it is not a text file (its bytes are no letters)';
/** Those that no text has; tab, line ends, form feed and escape (colours of a terminal) may be in one. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/g;
const SPACE = /[ \n]/g;

const shareOf = (text: string, characters: RegExp): number =>
  (text.match(characters)?.length ?? 0) / Math.max(1, text.length);

function byteOrderMark(content: Buffer): string | null {
  if (content[0] === 0xff && content[1] === 0xfe) return 'utf-16le';
  if (content[0] === 0xfe && content[1] === 0xff) return 'utf-16be';
  return content[0] === 0xef && content[1] === 0xbb && content[2] === 0xbf ? 'utf-8' : null;
}

/** Zero bytes are in UTF-16 or in no text: in the right byte order it has spaces, and no control characters. */
function wideEncoding(content: Buffer): string {
  const sample = content.subarray(0, SAMPLE);
  const fits = ['utf-16le', 'utf-16be'].find((encoding) => {
    const text = decodeBytes(encoding, sample);
    return shareOf(text, SPACE) >= FEWEST_SPACES && shareOf(text, CONTROL) <= MOST_CONTROLS;
  });
  if (!fits || content.length % 2 === 1) throw new UserError('it is not a text file (it holds zero bytes)');
  return fits;
}

function validUtf8(content: Buffer): string | null {
  try {
    return decodeBytes('utf-8', content, true);
  } catch {
    return null;
  }
}

/** `<?xml version="1.0" encoding="windows-1251"?>` */
const XML_ENCODING = /^\s*<\?xml\s[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{1,40})["']/;

const CHARSET = /;\s*charset\s*=\s*["']?([\w.:-]{1,40})/i;

function declared(content: Buffer, contentType: string | null): string | null {
  const [, label] =
    CHARSET.exec(contentType ?? '') ?? XML_ENCODING.exec(content.toString('latin1', 0, 200)) ?? [];
  // Bytes that are no UTF-8 are not, whatever is said of them.
  return label && !/^utf/i.test(label) ? label : null;
}

/** Where several fit, the encoding of Windows has letters where the one of ISO has control characters. */
const WINDOWS: Record<string, string> = { 'ISO-8859-2': 'windows-1250', 'ISO-8859-9': 'windows-1254' };

function detected(content: Buffer): string {
  const sample = linesOf8Bits(content);
  const [best] = likelyEncodings(sample);
  if (!best || !READ.test(best.name) || best.confidence < LEAST_CONFIDENCE) {
    throw new UserError('its encoding is not known; save it again in UTF-8');
  }
  const windows = sample.some((byte) => byte >= 0x80 && byte < 0xa0) ? WINDOWS[best.name] : undefined;
  // The Ukrainian table has the Russian letters in the same places.
  return best.name === 'KOI8-R' ? 'koi8-u' : (windows ?? best.name);
}

/** The lines of a file that tell its encoding: most of it may be English. */
function linesOf8Bits(content: Buffer): Buffer {
  const lines: Buffer[] = [];
  let length = 0;
  for (let from = 0, end = 0; from < content.length && length < SAMPLE; from = end + 1) {
    end = content.indexOf(LINE_FEED, from);
    if (end < 0) end = content.length;
    const line = content.subarray(from, Math.min(end + 1, from + SAMPLE));
    if (!line.some((byte) => byte > 127)) continue;
    lines.push(line);
    length += line.length;
  }
  return Buffer.concat(lines);
}

const LINE_FEED = 10;

/** Others have several bytes for a letter, and noise looks like them. */
const READ = /^(?:windows-125\d|ISO-8859-\d+|KOI8-R)$/;

function decodeAs(encoding: string, content: Buffer): string {
  try {
    return decodeBytes(encoding, content);
  } catch (cause) {
    throw new UserError(`its encoding ${encoding} is not read; save it again in UTF-8`, 1, { cause });
  }
}
