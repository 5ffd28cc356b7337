import { open } from 'node:fs/promises';

/** What stands before the points (hnswlib's `saveIndex`): six numbers of 8 bytes, two of 4, and five of 8. */
const HEADER = 96;
const COUNT_AT = 16;
const SIZE_OF_POINT_AT = 24;

/**
 * Whether a file ends where the graph in it does. hnswlib does not notice a full disk, and writes nothing more from there
 * on, so that what is missing is missing at the end. To load the file would tell too, but takes as long as to write it.
 * @param points how many were to be written
 */
export async function isWholeGraph(path: string, points: number): Promise<boolean> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size < HEADER) return false;
    const header = Buffer.alloc(HEADER);
    await file.read(header, 0, HEADER, 0);
    const count = Number(header.readBigUInt64LE(COUNT_AT));
    const listsAt = HEADER + count * Number(header.readBigUInt64LE(SIZE_OF_POINT_AT));
    if (count !== points || listsAt > size) return false;
    const lists = Buffer.alloc(size - listsAt);
    await file.read(lists, 0, lists.length, listsAt);
    return endOfLists(lists, count) === lists.length;
  } finally {
    await file.close();
  }
}

/** Where the links of the upper layers end: each point has their length in 4 bytes, and then so many bytes. */
function endOfLists(lists: Buffer, count: number): number {
  let end = 0;
  for (let point = 0; point < count; point++) {
    if (end + 4 > lists.length) return -1;
    end += 4 + lists.readUInt32LE(end);
  }
  return end;
}
