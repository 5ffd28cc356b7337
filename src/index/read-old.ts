import { UserError } from '../user-error.js';
import type { BuildOptions } from './build.js';
import { DamagedIndex } from './damaged.js';
import { type Manifest, readManifest, whyOutdated } from './manifest.js';
import { type OpenIndex, openBuild } from './open.js';
import type { Old } from './plan.js';

/**
 * Opens the index that is there, as far as it is good for the next one.
 * @returns its manifest, where it can be read; what is open of it, where the same model made it and it is whole; and why
 *   it must be built again, null where it need not
 */
export async function readOld({
  directory,
  seeds,
  model,
}: BuildOptions): Promise<{ manifest: Manifest | null; old: Old | null; reason: string | null }> {
  let manifest: Manifest | null = null;
  try {
    manifest = await readManifest(directory);
    const reason = whyOutdated(manifest, seeds, model.sha256);
    if (manifest?.model.sha256 !== model.sha256) return { manifest, old: null, reason };
    const index = await openBuild(directory, manifest, model);
    // Who builds again though nothing has changed may have been told that something is damaged.
    const damaged = reason === null ? damagedPassages(index) : new Set<number>();
    const old = { index, manifest, damaged };
    return { manifest, old, reason: reason ?? (damaged.size > 0 ? 'some of it is damaged' : null) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { manifest, old: null, reason: 'the old one cannot be used' };
  }
}

/** The positions of the passages of which the token states are not as they were written. */
function damagedPassages({ places, segments }: OpenIndex): Set<number> {
  const damaged = new Set<number>();
  for (const [position, place] of places.entries()) {
    try {
      segments.read(place);
    } catch (error) {
      if (!(error instanceof DamagedIndex)) throw error;
      damaged.add(position);
    }
  }
  return damaged;
}
