import { spawn } from 'node:child_process';
import { programEnvironment, ROOT, run } from '../program.js';

export interface MeasuredRun {
  /** Null where a signal ended it. */
  code: number | null;
  stdout: string;
  seconds: number;
  /** The most memory that it and its processes had together, in megabytes. */
  memory: number;
}

const LOOK_MS = 500;
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Starts a program of ours, and looks at its memory; it can be killed as a whole. Its progress is on the terminal, unless
 * its environment says QUIET.
 */
export function startMeasured(
  words: string[],
  env: Record<string, string>,
): { ended: Promise<MeasuredRun>; kill: () => void } {
  const started = performance.now();
  // A group of its own, so that a signal reaches the processes that it starts too.
  const child = spawn(process.execPath, words, {
    cwd: ROOT,
    env: programEnvironment(env),
    detached: true,
    stdio: ['ignore', 'pipe', env['QUIET'] ? 'ignore' : 'inherit'],
  });
  const kill = () => {
    try {
      process.kill(-(child.pid ?? 0), 'SIGKILL');
    } catch {}
  };
  process.once('exit', kill);
  // A signal alone would end this program without its 'exit'.
  const stop = () => process.exit(130);
  for (const signal of SIGNALS) process.once(signal, stop);
  let [stdout, memory] = ['', 0];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  const timer = setInterval(async () => {
    memory = Math.max(memory, await memoryOf(child.pid ?? 0));
  }, LOOK_MS);
  const ended = new Promise<MeasuredRun>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      clearInterval(timer);
      process.off('exit', kill);
      for (const signal of SIGNALS) process.off(signal, stop);
      resolve({ code, stdout, seconds: (performance.now() - started) / 1_000, memory });
    });
  });
  return { ended, kill };
}

/** Of a group of processes, in megabytes; pages that they share are counted for each. */
async function memoryOf(group: number): Promise<number> {
  const { stdout } = await run('ps', ['-eo', 'pgid=,rss=']);
  return stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([pgid]) => pgid === group)
    .reduce((sum, [, rss = 0]) => sum + rss / 1024, 0);
}
