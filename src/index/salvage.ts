import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { SumFiles } from '../hash-files.js';
import { FINISHED_JOURNAL, JOURNAL, readJournal, segmentOf } from './journal.js';
import { type Place, SEGMENT_FILE, type SegmentFile, Segments } from './segment.js';

/** What a model made of texts, in segments that are not of the build that is there, or of one that cannot be used. */
export interface Salvaged {
  /** Where it lies, by the keys of the texts. */
  known: Map<string, Place>;
  segments: SegmentFile[];
}

export interface Search {
  /** The first line of the journals of segments that may be used. */
  maker: string;
  /** The names of segments that belong to a build. */
  finished: string[];
  /** Those of them that are known to hold nothing of what is looked for. */
  except: string[];
  /** The keys of the texts that are looked for. */
  wanted: ReadonlySet<string>;
}

/**
 * Finds what need not be embedded though the build that is there does not hold it, or cannot be used: embedding takes an
 * hour where reading takes a minute. What is not as it was written is left out.
 * @param directory the folder of the index
 * @param onText told how many texts were read, and of how many
 */
export async function salvage(
  directory: string,
  { maker, finished, except, wanted }: Search,
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
    .filter((file) => SEGMENT_FILE.test(segmentOf(file)) && !except.includes(segmentOf(file)))
    .map((file) => ({ name: segmentOf(file), ...readJournal(join(directory, file)) }))
    .filter((journal) => journal.maker === maker)
    // The newest first: older ones are put together in it.
    .toSorted((one, other) => (one.name < other.name ? 1 : -1));
  let done = 0;
  for (const { name, entries } of journals) {
    const open = entries.filter(({ key }) => wanted.has(key) && !salvaged.known.has(key));
    if (open.length === 0) continue;
    const sum = await sumFiles([{ path: join(directory, name) }]);
    if ('code' in sum) continue;
    const file = { name, length: sum.length, sha256: sum.sha256 };
    const segments = Segments.open(directory, [file]);
    try {
      for (const { key, ...entry } of open) {
        const place = { segment: name, ...entry };
        if (segments.isWhole(place)) salvaged.known.set(key, place);
        onText(++done, wanted.size);
      }
    } finally {
      segments.close();
    }
    salvaged.segments.push(file);
  }
  return salvaged;
}
