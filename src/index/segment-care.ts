import { extentsOf, type Plan } from './plan.js';
import type { SegmentFile } from './segment.js';

/** Each segment is a file that is kept open; with more than these the smallest are put together. */
const MOST_SEGMENTS = 8;

/** Of a segment, at least this share must be in use: disk space is worth more than the time to write the rest anew. */
const LEAST_USED = 0.5;

/**
 * Which segments' contents should move to a new one, so that neither their number nor what is no longer used in them
 * grows from build to build (as in a log-structured merge tree; O'Neil and others 1996).
 */
export function segmentsToMove(segments: SegmentFile[], plan: Plan): Set<string> {
  const used = new Map<string, number>();
  for (const { segment, length } of extentsOf(plan)) used.set(segment, (used.get(segment) ?? 0) + length);
  const inUse = segments.filter(({ name }) => used.has(name));
  const bySize = inUse.toSorted((one, other) => (used.get(one.name) ?? 0) - (used.get(other.name) ?? 0));
  const tooMany = bySize.slice(0, Math.max(0, inUse.length - MOST_SEGMENTS + 1));
  const wasteful = inUse.filter(({ name, length }) => (used.get(name) ?? 0) < LEAST_USED * length);
  return new Set([...tooMany, ...wasteful].map(({ name }) => name));
}
