import { type ChildProcess, spawn } from 'node:child_process';
import { processesOf, programEnvironment, programFile, ROOT } from '../program.js';
import { type FakeDiscord, TOKEN } from './fake-discord.js';

/** What `npm start` runs, and what people type. */
const COMMAND = [process.execPath, programFile('start')];
export const NPM_START = ['npm', 'start'];

/** The bot in a process of its own. */
export class BotProgram {
  /** All lines of its log so far. */
  readonly log: string[] = [];
  private readonly child: ChildProcess;
  private readonly ended: Promise<number | null>;
  private listeners: (() => void)[] = [];

  private constructor([program = '', ...words]: string[], env: Record<string, string>) {
    this.child = spawn(program, words, { cwd: ROOT, env: programEnvironment(env) });
    let rest = '';
    const listen = (chunk: string) => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      this.log.push(...lines);
      for (const listener of this.listeners.splice(0)) listener();
    };
    this.child.stdout?.setEncoding('utf8').on('data', listen);
    this.child.stderr?.setEncoding('utf8').on('data', listen);
    this.ended = new Promise((resolve) => this.child.once('close', (code) => resolve(code)));
  }

  /** Starts it, with the token and the address of a Discord of ours. */
  static launch(discord: FakeDiscord, env: Record<string, string>, command = COMMAND): BotProgram {
    return new BotProgram(command, { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.apiUrl, ...env });
  }

  /** Starts it and waits until it is ready. */
  static async start(
    discord: FakeDiscord,
    env: Record<string, string>,
    command = COMMAND,
  ): Promise<BotProgram> {
    const bot = BotProgram.launch(discord, env, command);
    await Promise.race([bot.says(/\WReady\W/), bot.ended]);
    if (!bot.isRunning) throw new Error(`The bot ended instead of starting:\n${bot.log.join('\n')}`);
    return bot;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** The process that answers for it. */
  async answeringPid(): Promise<number> {
    const child = (await processesOf(this.pid)).find(({ parent }) => parent === this.pid);
    if (!child) throw new Error('The bot has no process that answers');
    return child.pid;
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Waits for a line of its log. */
  async says(pattern: RegExp): Promise<string> {
    for (;;) {
      const line = this.log.find((said) => pattern.test(said));
      if (line !== undefined) return line;
      await new Promise<void>((resolve) => this.listeners.push(resolve));
    }
  }

  /** @returns its exit code; null where a signal ended it */
  async end(): Promise<number | null> {
    return this.ended;
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    this.child.kill(signal);
    return this.ended;
  }
}
