import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The folder of the program: npm and vitest run everything there. */
export const ROOT = process.cwd();

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
}

/** A process as `ps` sees it. */
export interface ProcessFacts {
  pid: number;
  parent: number;
  /** Resident memory in megabytes. */
  memory: number;
}

/** A process and its children. */
export async function processesOf(pid: number): Promise<ProcessFacts[]> {
  const { stdout } = await run('ps', ['-eo', 'pid=,ppid=,rss=']);
  const processes = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .map(([id = 0, parent = 0, memory = 0]) => ({ pid: id, parent, memory: Math.round(memory / 1024) }));
  return processes.filter((one) => one.pid === pid || one.parent === pid);
}

/** Stops a process where it is, until it gets SIGCONT; returns when it has stopped. */
export async function pause(pid: number): Promise<void> {
  process.kill(pid, 'SIGSTOP');
  while (!(await run('ps', ['-o', 'stat=', '-p', `${pid}`])).stdout.startsWith('T'));
}

/** Runs one of the compiled commands as `npm run` does, and waits for its end. */
export function runProgram(name: string, words: string[] = [], options: RunOptions = {}): Promise<Run> {
  return runNode([programFile(name), ...words], options);
}

export const programFile = (name: string): string => join(ROOT, 'dist', 'src', 'scripts', `${name}.js`);

/**
 * What a program finds in its environment: the articles and the model, nothing of whoever runs the tests, and no need to
 * wait between questions.
 */
export function programEnvironment(env: Record<string, string>): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    NO_COLOR: '1',
    SEEDS_DIR: join(ROOT, 'seeds'),
    EMBEDDING_MODEL: join(ROOT, 'models', 'multilingual-e5-small'),
    // What tests think of answers is nobody's opinion.
    DATA_DIR: join(tmpdir(), `talks-votes-of-tests-${process.pid}`),
    COOLDOWN_USER: '0',
    COOLDOWN_GUILD: '0',
    ...env,
  };
}

/** Runs Node.js with the articles and the model of the program, and no settings of whoever runs the tests. */
export function runNode(words: string[], options: RunOptions = {}): Promise<Run> {
  return run(process.execPath, words, options);
}

export function run(
  command: string,
  words: string[],
  { env = {}, input = '' }: RunOptions = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, {
      cwd: join(ROOT, 'tests', 'fixtures'),
      env: programEnvironment(env),
    });
    const ended: Run = { code: null, stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (ended.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (ended.stderr += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ ...ended, code }));
    // A command that refuses at once may be gone before it was told anything.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}
