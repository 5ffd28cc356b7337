import { Presets, SingleBar } from 'cli-progress';
import type { BuildStep } from '../index/build.js';

type Embedding = Extract<BuildStep, { name: 'embed' }>;

/** Tells on standard error where a build is: with a bar on a terminal, in plain lines elsewhere. */
export function showProgress(): (step: BuildStep) => void {
  const show = process.stderr.isTTY ? progressBar() : progressLines();
  return (step) => {
    if (step.name === 'wait') console.error('Another build is under way; waiting for it to end.');
    if (step.name === 'start') console.error(`Building the index: ${step.reason}.`);
    if (step.name === 'embed') show(step);
    if (step.name === 'write') show(null);
  };
}

/** Draws how far it is; null ends it. */
function progressBar(): (step: Embedding | null) => void {
  const bar = new SingleBar(
    {
      stream: process.stderr,
      format: 'Embedding {bar} {value}/{total} texts',
      clearOnComplete: true,
      // Ctrl-C ends the program: nothing of the terminal is changed that would have to be changed back first.
      gracefulExit: false,
      linewrap: true,
    },
    Presets.shades_classic,
  );
  return (step) => {
    if (step === null) bar.stop();
    else if (step.done === 0) bar.start(step.total, 0);
    else bar.update(step.done);
  };
}

const BETWEEN_LINES = 5_000;

function progressLines(): (step: Embedding | null) => void {
  let last = performance.now();
  return (step) => {
    if (step === null || performance.now() - last < BETWEEN_LINES) return;
    last = performance.now();
    console.error(`Embedding texts: ${step.done} of ${step.total}`);
  };
}
