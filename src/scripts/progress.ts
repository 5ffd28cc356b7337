import { Presets, SingleBar } from 'cli-progress';
import type { BuildStep } from '../index/build-options.js';

/** How far something long is. */
export interface Progress {
  /** What is done, as in "Embedding". */
  doing: string;
  done: number;
  total: number;
  /** What is counted, as in "texts". */
  unit: string;
}

/** What is said of the steps of a build that may take long. */
const LONG_STEPS = {
  verify: { doing: 'Checking what is kept', unit: 'passages' },
  cut: { doing: 'Cutting', unit: 'articles' },
  embed: { doing: 'Embedding', unit: 'texts' },
  link: { doing: 'Linking', unit: 'passages' },
  measure: { doing: 'Measuring', unit: 'questions' },
};

/** Tells on standard error where a build is. */
export function showBuild(): (step: BuildStep) => void {
  const show = showProgress();
  return (step) => {
    show('done' in step ? { ...LONG_STEPS[step.name], ...step } : null);
    if (step.name === 'wait') console.error('Another build is under way; waiting for it to end.');
    if (step.name === 'start') console.error(`Building the index: ${step.reason}.`);
  };
}

/**
 * Shows how far something long is, with its rate and the time left: as a bar on a terminal, in plain lines elsewhere.
 * Nothing is shown of what takes less than two seconds. Null ends it.
 */
export function showProgress(): (progress: Progress | null) => void {
  return process.stderr.isTTY ? progressBar() : progressLines();
}

const FIRST_SHOWN = 2_000;

function progressBar(): (progress: Progress | null) => void {
  const bar = new SingleBar(
    {
      stream: process.stderr,
      format: '{doing} {bar} {value} of {total} {unit}, {rate}, {left} left',
      clearOnComplete: true,
      // Ctrl-C ends the program: nothing of the terminal is changed that would have to be changed back first.
      gracefulExit: false,
      linewrap: true,
    },
    Presets.shades_classic,
  );
  let pace: Pace | null = null;
  return (progress) => {
    if (progress === null || pace?.doing !== progress.doing) {
      bar.stop();
      pace = null;
    }
    if (progress === null) return;
    pace ??= new Pace(progress);
    const shown = { doing: progress.doing, unit: progress.unit, ...pace.at(progress) };
    if (bar.isActive) bar.update(progress.done, shown);
    else if (pace.milliseconds > FIRST_SHOWN) bar.start(progress.total, progress.done, shown);
  };
}

const BETWEEN_LINES = 5_000;

function progressLines(): (progress: Progress | null) => void {
  let pace: Pace | null = null;
  let next = FIRST_SHOWN;
  return (progress) => {
    if (progress === null) pace = null;
    if (progress === null) return;
    if (pace?.doing !== progress.doing) {
      pace = new Pace(progress);
      next = FIRST_SHOWN;
    }
    if (pace.milliseconds < next) return;
    next = pace.milliseconds + BETWEEN_LINES;
    const { doing, done, total, unit } = progress;
    const { rate, left } = pace.at(progress);
    console.error(`${doing}: ${done} of ${total} ${unit}, ${rate}, ${left} left`);
  };
}

/** How fast something goes, since it was first told of. */
class Pace {
  readonly doing: string;
  private readonly started = performance.now();
  private readonly first: number;

  constructor({ doing, done }: Progress) {
    this.doing = doing;
    this.first = done;
  }

  get milliseconds(): number {
    return performance.now() - this.started;
  }

  at({ done, total }: Progress): { rate: string; left: string } {
    const rate = (done - this.first) / (this.milliseconds / 1_000);
    if (!(rate > 0)) return { rate: '–', left: '–' };
    return {
      rate: `${rate < 10 ? rate.toFixed(1) : Math.round(rate)} a second`,
      left: durationOf((total - done) / rate),
    };
  }
}

/** A time in words, such as "12 s" or "1 h 5 min". */
export function durationOf(seconds: number): string {
  if (seconds < 100) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 100 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
