import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { FINISHED_JOURNAL, JOURNAL, readJournal, segmentOf } from './journal.js';
import { SEGMENT_FILE, Segments } from './segment.js';

/** What a model made of a text, as it lies in a segment. */
export interface Salvaged {
  key: string;
  bytes: Uint8Array;
  partEnds: number[];
}

export interface SalvageOptions {
  /** The first line of the journals of segments that may be used. */
  maker: string;
  /** The names of segments that belong to a build. */
  finished: string[];
  /** Those of segments that are known to hold nothing of what is looked for. */
  except: string[];
  /** The keys of the texts that are looked for. */
  wanted: ReadonlySet<string>;
}

/**
 * Finds what need not be embedded though the build that is there does not hold it, or cannot be used: embedding takes an
 * hour where reading takes a minute. What is not as it was written is left out.
 * @param directory the folder of the index
 */
export function* salvage(
  directory: string,
  { maker, finished, except, wanted }: SalvageOptions,
): Generator<Salvaged> {
  const left = new Set(wanted);
  const isReadable = (file: string): boolean =>
    // A build that was stopped at its very end left its journal as it was while it wrote.
    file.endsWith(FINISHED_JOURNAL) || (file.endsWith(JOURNAL) && finished.includes(segmentOf(file)));
  const journals = readdirSync(directory).filter(
    (file) => isReadable(file) && SEGMENT_FILE.test(segmentOf(file)) && !except.includes(segmentOf(file)),
  );
  for (const file of journals) {
    const journal = readJournal(join(directory, file));
    const entries = journal.maker === maker ? journal.entries.filter(({ key }) => left.has(key)) : [];
    const name = segmentOf(file);
    const size = statSync(join(directory, name), { throwIfNoEntry: false })?.size;
    if (entries.length === 0 || size === undefined) continue;
    const segments = Segments.open(directory, [{ name, length: size }]);
    try {
      for (const { key, ...entry } of entries) {
        const bytes = segments.readWhole({ segment: name, ...entry });
        if (bytes === null || !left.delete(key)) continue;
        yield { key, bytes, partEnds: entry.partEnds };
      }
    } finally {
      segments.close();
    }
  }
}
