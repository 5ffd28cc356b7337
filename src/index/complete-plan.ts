import type { EncodeTexts } from '../embedding/encode-text.js';
import { embedMissing, jobsOf } from './embed.js';
import type { Old } from './old-articles.js';
import { extentsOf, type Plan, passageOf } from './plan.js';
import { salvage } from './salvage.js';
import type { SegmentFile } from './segment.js';
import { segmentsToMove } from './segment-care.js';
import { SegmentWriter } from './segment-writer.js';
import { passageKey } from './text-key.js';

export interface Completion {
  /** In the folder of the index. */
  directory: string;
  /** The names of segments that belong to a build, though nothing of it may be used: they are never written to. */
  finished: string[];
  /** The first line of a segment's journal: of another maker, nothing is taken over. */
  maker: string;
  /** Whether to embed also what another segment still holds. */
  full: boolean;
  encode: EncodeTexts;
  /** Told how many texts are embedded, and of how many. */
  onText: (done: number, total: number) => void;
  /** Told how many texts were found that need not be embedded, and of how many. */
  onSalvage: (done: number, total: number) => void;
}

/**
 * Embeds what a plan lacks, into a new segment. What stands in segments that are not worth keeping moves there too.
 * @returns how many passages were embedded, and the segments that the plan needs then
 */
export async function completePlan(
  plan: Plan,
  { directory, finished, maker, full, encode, onText, onSalvage }: Completion,
): Promise<{ embedded: number; segments: SegmentFile[] }> {
  const { old } = plan;
  const kept = old?.manifest.segments ?? [];
  const jobs = jobsOf(plan);
  const moved = segmentsToMove(kept, plan);
  if (jobs.size === 0 && moved.size === 0) return { embedded: 0, segments: needed(kept, plan) };
  const writer = SegmentWriter.open(directory, maker, finished);
  try {
    if (!full) {
      const wanted = new Set([...jobs.keys()].filter((key) => !writer.known.has(key)));
      const except = kept.map(({ name }) => name);
      let done = 0;
      for (const { key, bytes, partEnds } of salvage(directory, { maker, finished, except, wanted })) {
        writer.copy(key, bytes, partEnds);
        onSalvage(++done, wanted.size);
      }
    }
    const embedded = await embedMissing(jobs, writer, encode, onText);
    if (old && moved.size > 0) move(plan, moved, writer, old.index);
    return { embedded, segments: needed([...kept, writer.finish()], plan) };
  } finally {
    writer.close();
  }
}

function move(
  plan: Plan,
  names: Set<string>,
  writer: SegmentWriter,
  { places, segments }: Old['index'],
): void {
  for (const planned of plan.passages) {
    if (planned.from === null) continue;
    // Most do not move, and a place is not made for them.
    if (!names.has(places.extentOf(planned.from).segment)) continue;
    const place = places.get(planned.from);
    const key = passageKey(passageOf(plan, planned));
    planned.place = writer.copy(key, segments.read(place), place.partEnds);
  }
}

/** Those of the segments in which something of a plan lies. */
function needed(segments: SegmentFile[], plan: Plan): SegmentFile[] {
  const names = new Set(plan.articles.map(({ place }) => place?.segment));
  for (const { segment } of extentsOf(plan)) names.add(segment);
  return segments.filter(({ name }) => names.has(name));
}
