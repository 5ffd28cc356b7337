import { spawn } from 'node:child_process';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..');

export interface Run {
  /** Null where a signal ended it. */
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  env?: Record<string, string>;
  /** What is typed; the input ends after it. */
  input?: string;
  cwd?: string;
}

/** Runs one of the compiled commands as `npm run` does, and waits for its end. */
export function runProgram(name: string, words: string[] = [], options: RunOptions = {}): Promise<Run> {
  return runNode([join(ROOT, 'dist', 'src', 'scripts', `${name}.js`), ...words], options);
}

/** Runs Node.js in the folder of the program, with no settings but those that are given. */
export function runNode(words: string[], { env = {}, input = '', cwd = ROOT }: RunOptions = {}): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, { cwd, env: { PATH: process.env['PATH'], NO_COLOR: '1', ...env } });
    const run: Run = { code: null, stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (run.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (run.stderr += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ ...run, code }));
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}
