import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { SumFiles } from '../hash-files.js';
import { FINISHED_JOURNAL, JOURNAL, readJournal, segmentOf } from './journal.js';
import { type Place, SEGMENT_FILE, type SegmentFile, Segments } from './segment.js';

/** What a model made of texts, in segments of builds of which other files are damaged. */
export interface Salvaged {
  /** Where it lies, by the keys of the texts. */
  known: Map<string, Place>;
  segments: SegmentFile[];
}

export const NOTHING: Salvaged = { known: new Map(), segments: [] };

/**
 * Finds what can still be used where a build cannot: embedding takes an hour where reading takes a minute. All of it is
 * read, and what is not as it was written is left out.
 * @param directory the folder of the index
 * @param onText told how many texts were read, and of how many
 */
export async function salvage(
  directory: string,
  { maker, finished }: { maker: string; finished: string[] },
  sumFiles: SumFiles,
  onText: (done: number, total: number) => void,
): Promise<Salvaged> {
  const salvaged: Salvaged = { known: new Map(), segments: [] };
  const journals = (await readdir(directory))
    // A build that was stopped at its very end left them as they were while it wrote.
    .filter(
      (file) =>
        file.endsWith(FINISHED_JOURNAL) || (file.endsWith(JOURNAL) && finished.includes(segmentOf(file))),
    )
    .filter((file) => SEGMENT_FILE.test(segmentOf(file)))
    // Of texts that stand in several, those of the newest are used: older ones are put together in it.
    .sort()
    .map((file) => ({ name: segmentOf(file), ...readJournal(join(directory, file)) }))
    .filter((journal) => journal.maker === maker);
  const total = journals.reduce((sum, { entries }) => sum + entries.length, 0);
  let done = 0;
  for (const { name, entries } of journals) {
    const sum = await sumFiles([{ path: join(directory, name) }]);
    if ('code' in sum) continue;
    const file = { name, length: sum.length, sha256: sum.sha256 };
    const segments = Segments.open(directory, [file]);
    try {
      for (const { key, ...entry } of entries) {
        const place = { segment: name, ...entry };
        if (segments.isWhole(place)) salvaged.known.set(key, place);
        onText(++done, total);
      }
    } finally {
      segments.close();
    }
    salvaged.segments.push(file);
  }
  return salvaged;
}
