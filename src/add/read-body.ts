import type { IncomingMessage } from 'node:http';
import { type Duplex, PassThrough, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createUnzip } from 'node:zlib';
import { UserError } from '../user-error.js';

/**
 * The content of an answer, decompressed. What grows beyond the limit is stopped on its way, so that a small answer
 * that decompresses into a large one (a "bomb") takes no more memory than an honest one.
 * @param limit in bytes, after decompression
 * @throws UserError where there is more, or the compression is unknown; the system's error where it breaks off
 */
export async function readBody(response: IncomingMessage, limit: number): Promise<Buffer> {
  const tooLarge = new UserError(`The page is larger than ${limit / 1e6} MB, which no article is.`);
  if (Number(response.headers['content-length']) > limit) throw tooLarge;
  const chunks: Buffer[] = [];
  let length = 0;
  const gather = new Writable({
    write(chunk: Buffer, _, done) {
      length += chunk.length;
      chunks.push(chunk);
      done(length > limit ? tooLarge : null);
    },
  });
  await pipeline(response, decoderOf(response.headers['content-encoding']), gather);
  return Buffer.concat(chunks);
}

function decoderOf(encoding: string | undefined): Duplex {
  switch (encoding?.trim().toLowerCase() ?? '') {
    case '':
    case 'identity':
      return new PassThrough();
    case 'gzip':
    case 'x-gzip':
    case 'deflate':
      return createUnzip();
    case 'br':
      return createBrotliDecompress();
    default:
      throw new UserError(`The server sent the page in an encoding that was not asked for (${encoding}).`);
  }
}
