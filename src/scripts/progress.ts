import { Presets, SingleBar } from 'cli-progress';
import type { BuildStep } from '../index/build.js';

/** Tells on standard error where a build is: with a bar on a terminal, in plain lines elsewhere. */
export function showProgress(): (step: BuildStep) => void {
  const bar = new SingleBar(
    {
      stream: process.stderr,
      format: process.stderr.isTTY
        ? 'Embedding {bar} {value}/{total} passages'
        : 'Embedding passages: {value} of {total}',
      noTTYOutput: true,
      notTTYSchedule: 5_000,
      hideCursor: null,
      clearOnComplete: true,
    },
    Presets.shades_classic,
  );
  return (step) => {
    if (step.name === 'wait') console.error('Another build is under way; waiting for it to end.');
    if (step.name === 'start') console.error(`Building the index: ${step.reason}.`);
    if (step.name === 'embed' && step.done === 0) bar.start(step.total, 0);
    if (step.name === 'embed') bar.update(step.done);
    if (step.name === 'write') bar.stop();
  };
}
