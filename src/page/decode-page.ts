import sniffEncoding from 'html-encoding-sniffer';
import { decodeBytes, likelyEncodings } from '../bytes.js';

/** Of the characters beyond ASCII, what share may be broken in UTF-8: text in other encodings has more than half. */
const BROKEN_SHARE = 0.2;
/** Detecting an encoding, and finding where it is declared, takes no more than this of a page, in bytes. */
const SAMPLE = 100_000;

/**
 * Decodes a page as browsers do (https://html.spec.whatwg.org/#encoding-sniffing-algorithm): by its byte order mark,
 * by what the server says, by what it declares itself. Where that is evidently wrong, the bytes win: UTF-8 that is said
 * to be ISO 8859-1, or UTF-16 without a mark. Where nothing is said, the encoding is detected.
 * @param contentType as a server sends it, such as `text/html; charset=utf-8`
 * @returns the text without a byte order mark; what cannot be decoded is U+FFFD
 */
export function decodePage(content: Uint8Array, contentType: string | null): string {
  return decodeBytes(encodingOf(content, contentType), content);
}

function encodingOf(content: Uint8Array, contentType: string | null): string {
  const utf16 = evidentUtf16(content);
  if (utf16) return utf16;
  const isUtf8 = evidentUtf8(content);
  if (isUtf8) return 'UTF-8';
  const stated = /charset\s*=\s*["']?([^\s"';]+)/i.exec(contentType ?? '')?.[1];
  const declared = [sniff(content, stated), sniff(content), declaredLate(content)];
  const possible = declared.find((name) => name !== null && name !== 'UTF-8');
  return possible ?? (isUtf8 === null ? 'UTF-8' : detect(content));
}

/** @returns what a page says of its encoding, or null where it says nothing */
function sniff(content: Uint8Array, stated?: string): string | null {
  const unknown = 'unknown';
  try {
    const options = stated === undefined ? {} : { transportLayerEncodingLabel: stated };
    const name = sniffEncoding(content, { ...options, defaultEncoding: unknown });
    return name === unknown || name === 'replacement' ? null : name;
  } catch {
    return null; // The package reads beyond the end of an attribute that ends in "charset".
  }
}

/** A declaration after the first 1,024 bytes, which browsers find as well, or that of XML. */
function declaredLate(content: Uint8Array): string | null {
  const head = Buffer.from(content.subarray(0, SAMPLE)).toString('latin1');
  const xml = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w-]{1,40})["']/.exec(head)?.[1];
  if (xml !== undefined) return sniff(new Uint8Array(), xml);
  const meta = /<meta\s[^>]{0,200}?charset/i.exec(head);
  return meta ? sniff(content.subarray(meta.index)) : null;
}

/** Without a mark UTF-16 is known by its markup, where every other byte is zero. */
function evidentUtf16(content: Uint8Array): string | null {
  const sample = content.subarray(0, 2048);
  const even = sample.filter((byte, i) => byte === 0 && i % 2 === 0).length;
  const odd = sample.filter((byte, i) => byte === 0 && i % 2 === 1).length;
  if (odd > sample.length / 8 && even < odd / 8) return 'UTF-16LE';
  return even > sample.length / 8 && odd < even / 8 ? 'UTF-16BE' : null;
}

/** @returns null where all is ASCII, so that nothing can be said */
function evidentUtf8(content: Uint8Array): boolean | null {
  const beyondAscii = decodeBytes('utf-8', content).replace(/\p{ASCII}+/gu, '');
  if (beyondAscii === '') return null;
  return beyondAscii.split('\uFFFD').length - 1 <= beyondAscii.length * BROKEN_SHARE;
}

function detect(content: Uint8Array): string {
  return (
    sniff(new Uint8Array(), likelyEncodings(content.subarray(0, SAMPLE))[0]?.name ?? '') ?? 'windows-1252'
  );
}
