import { type Copy, NEARLY_SAME } from './find-copies.js';

/** Which articles are copies of each other. */
export interface Copies {
  /** The ids of the copies of an article, in no order; often none. */
  of(id: string): ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/**
 * Tells copies by what `findCopies` found: two articles that it found, and two that it found with a third that is nearly the
 * same as one of them. Two that have different parts of a third, as two reports in a digest, are no copies.
 */
export function createCopies(found: readonly Copy[]): Copies {
  const byId = new Map<string, Map<string, Copy>>();
  const add = (id: string, other: string, copy: Copy): void => {
    const copies = byId.get(id) ?? new Map<string, Copy>();
    byId.set(id, copies.set(other, copy));
  };
  for (const copy of found) {
    add(copy.one, copy.other, copy);
    add(copy.other, copy.one, copy);
  }
  const known = new Map<string, ReadonlySet<string>>();
  return {
    of(id) {
      const direct = byId.get(id);
      if (!direct) return NONE;
      const copies = known.get(id) ?? withThird(id, direct, byId);
      known.set(id, copies);
      return copies;
    },
  };
}

function withThird(
  id: string,
  direct: Map<string, Copy>,
  byId: Map<string, Map<string, Copy>>,
): ReadonlySet<string> {
  const copies = new Set(direct.keys());
  for (const [third, { resemblance }] of direct) {
    for (const [other, copy] of byId.get(third) ?? []) {
      if (Math.max(resemblance, copy.resemblance) >= NEARLY_SAME) copies.add(other);
    }
  }
  copies.delete(id);
  return copies;
}
