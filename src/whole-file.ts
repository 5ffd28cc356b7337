import { open } from 'node:fs/promises';

// Files in one go each: `node:fs/promises` has its own `readFile` and `writeFile` work in hundreds of pieces, between
// two of which they wait for whatever else the thread does, and it decodes a text piece by piece. With the files of a
// large index, that takes longer than all that is done with them.

/** The bytes of a file, in memory of their own. */
export async function readBytes(path: string): Promise<ArrayBuffer> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const bytes = new Uint8Array(size);
    for (let [from, read] = [0, -1]; from < size && read !== 0; from += read)
      read = (await file.read(bytes, from, size - from, from)).bytesRead;
    return bytes.buffer;
  } finally {
    await file.close();
  }
}

/** A file in UTF-8. */
export const readText = async (path: string): Promise<string> =>
  Buffer.from(await readBytes(path)).toString();

/**
 * Writes a file, in the place of one that may be there.
 * @param content a text, or arrays whose bytes follow each other
 */
export async function writeWhole(path: string, content: string | ArrayBufferView[]): Promise<void> {
  const parts = typeof content === 'string' ? [Buffer.from(content)] : content;
  const file = await open(path, 'w');
  try {
    for (const { buffer, byteOffset, byteLength } of parts) {
      const bytes = new Uint8Array(buffer, byteOffset, byteLength);
      for (let from = 0; from < byteLength; )
        from += (await file.write(bytes, from, byteLength - from)).bytesWritten;
    }
  } finally {
    await file.close();
  }
}

/** Waits until a file is on the disk, so that after a power cut nothing names it that is there without it. */
export async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
