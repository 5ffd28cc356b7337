import type { EncodeTexts } from '../embedding/encode-text.js';
import type { SumFiles } from '../hash-files.js';
import { embedMissing, jobsOf, settleKnown } from './embed.js';
import type { Old } from './old-articles.js';
import { extentsOf, type Plan, passageOf } from './plan.js';
import { type Salvaged, salvage } from './salvage.js';
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
  /** Whether nothing may be taken over. */
  full: boolean;
  sumFiles: SumFiles;
  encode: EncodeTexts;
  /** Told how many texts are embedded, and of how many. */
  onText: (done: number, total: number) => void;
  /** Told how many texts are read that need not be embedded, and of how many. */
  onSalvage: (done: number, total: number) => void;
}

/**
 * Embeds what a plan lacks, into a new segment. What stands in segments that are not worth keeping moves there too.
 * @returns how many passages were embedded, and the segments that the plan needs then
 */
export async function completePlan(
  plan: Plan,
  { directory, finished, maker, full, sumFiles, encode, onText, onSalvage }: Completion,
): Promise<{ embedded: number; segments: SegmentFile[] }> {
  const { old } = plan;
  const kept = old?.manifest.segments ?? [];
  const jobs = jobsOf(plan);
  const search = { maker, finished, except: kept.map(({ name }) => name), wanted: new Set(jobs.keys()) };
  const salvaged = full ? NOTHING : await salvage(directory, search, sumFiles, onSalvage);
  settleKnown(jobs, salvaged.known);
  const there = [...kept, ...salvaged.segments];
  const moved = segmentsToMove(kept, plan);
  if (jobs.size === 0 && moved.size === 0) return { embedded: 0, segments: needed(there, plan) };
  const writer = SegmentWriter.open(directory, maker, finished);
  try {
    const embedded = await embedMissing(jobs, writer, encode, onText);
    if (old && moved.size > 0) move(plan, moved, writer, old.index);
    return { embedded, segments: needed([...there, writer.finish()], plan) };
  } finally {
    writer.close();
  }
}

const NOTHING: Salvaged = { known: new Map(), segments: [] };

function move(
  plan: Plan,
  names: Set<string>,
  writer: SegmentWriter,
  { places, segments }: Old['index'],
): void {
  for (const planned of plan.passages) {
    if (planned.from === null) continue;
    const place = places.get(planned.from);
    if (!names.has(place.segment)) continue;
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
