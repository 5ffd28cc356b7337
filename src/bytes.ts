import { TextDecoder } from '@exodus/bytes/encoding.js';
import { analyse } from 'chardet';

/**
 * Decodes bytes as browsers do (https://encoding.spec.whatwg.org). The decoder is a package's: that of Node.js 20 reads
 * windows-1252 as ISO 8859-1, and loses its quotation marks and dashes.
 * @param isFatal whether bytes that cannot be decoded are an error, rather than U+FFFD
 * @returns the text without a byte order mark
 * @throws RangeError where there is no such encoding, TypeError where the bytes are not in it
 */
export function decodeBytes(encoding: string, content: Uint8Array, isFatal = false): string {
  return new TextDecoder(encoding, { fatal: isFatal }).decode(content);
}

/** The encodings that bytes may be in, the likeliest first, by what letters stand together; `confidence` up to 100. */
export function likelyEncodings(content: Uint8Array): { name: string; confidence: number }[] {
  return analyse(content);
}
