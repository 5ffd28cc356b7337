import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { showProgress } from '../../src/scripts/progress.js';
import { programFile, runProgram } from '../program.js';
import { startMeasured } from './measured-run.js';

export interface Kills {
  builds: number;
  /** Those that were killed before they were done. */
  killed: number;
  /** Wrong or missing answers after them. */
  wrong: number;
}

const QUESTION = 'How many drones did Russia launch overnight?';

/**
 * Starts builds of the whole index, kills each with its processes at another moment, and asks after each. The first one
 * is left to its end, so that there is always an index that must go on serving.
 */
export async function measureKills(builds: number): Promise<Kills> {
  const directory = await mkdtemp(join(tmpdir(), 'talks-kills-'));
  const env = { INDEX_DIR: directory };
  const show = showProgress();
  const started = performance.now();
  await runProgram('index', ['--full'], { env });
  const whole = performance.now() - started;
  const kills: Kills = { builds, killed: 0, wrong: 0 };
  for (let i = 0; i < builds; i++) {
    const run = startMeasured([programFile('index'), '--full'], { ...env, QUIET: '1' });
    const timer = setTimeout(() => run.kill(), (whole * (i + 0.5)) / builds);
    if ((await run.ended).code !== 0) kills.killed++;
    clearTimeout(timer);
    const { stdout } = await runProgram('ask', ['--json', QUESTION], { env });
    if (!/176 Drohnen/.test(stdout)) kills.wrong++;
    show({ doing: 'Killing', done: i + 1, total: builds, unit: 'builds' });
  }
  show(null);
  await rm(directory, { recursive: true });
  return kills;
}

export function killRows({ builds, killed, wrong }: Kills): string[][] {
  return [[`wrong answers after ${builds} builds, ${killed} of them killed half-way`, `${wrong}`, '0']];
}
