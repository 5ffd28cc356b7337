import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { AnsweringProcess } from '../answering/answering-process.js';
import type { Config } from '../config.js';
import { addVote } from '../feedback.js';
import { loadLanguages } from '../load-languages.js';
import { createLog, type Log } from '../log.js';
import { Manners } from '../manners.js';
import { Pulse } from '../pulse.js';
import { UserError } from '../user-error.js';
import { COMMANDS } from './commands.js';

/**
 * Runs the bot in Discord until a signal, or Discord itself, ends it. The index is opened in a process of its own;
 * only when questions can be answered is the bot seen in Discord.
 * @throws UserError where it cannot be started, or Discord wants it no more
 */
export async function runInDiscord(config: Config, token: string): Promise<void> {
  // Whoever reads the log may be gone, as `tee` may be; that is no reason to go too.
  process.stderr.on('error', () => {});
  const log = createLog(config.logFormat, (line) => process.stderr.write(line));
  warnOfPlainHttp(config.discordApiUrl, log);
  const signal = Promise.race([firstOf(['SIGINT', 'SIGTERM']), endOfShell()]);
  const answering = new AnsweringProcess(() => startAnswering(config, log), log);
  const opened = answering.open();
  // Where it fails while Discord is being asked, that is told first.
  opened.catch(() => {});
  const [{ Bot }, { withoutSecrets }, languages] = await Promise.all([
    import('../discord/bot.js'),
    import('../discord/rest-errors.js'),
    loadLanguages(),
  ]);
  const now = () => performance.now();
  const bot = new Bot({
    token,
    guildId: config.discordGuildId,
    apiUrl: config.discordApiUrl,
    commands: COMMANDS,
    run: (command, options) => answering.run(command, options),
    complete: (command, option, typed) => answering.complete(command, option, typed),
    keepVote: (vote) => addVote(config.dataDir, vote),
    languages,
    manners: new Manners(config.cooldown, now),
    pulse: new Pulse(now),
    log,
  });
  // The client loses its way where a connection is cut at the wrong moment, and finds it again by itself.
  process.on('unhandledRejection', (error) => log.error('Not handled', { error: withoutSecrets(error) }));
  const running = async () => {
    await bot.checkToken();
    const articles = await opened;
    log.info('Ready', { ...(await bot.connect()), articles });
    throw await bot.closed;
  };
  try {
    log.info('Stopping', { signal: await Promise.race([signal, running()]) });
    await bot.stop(() => answering.close());
  } catch (error) {
    if (config.logFormat === 'text' || !(error instanceof UserError)) throw error;
    log.error(error.message);
    process.exitCode = error.exitCode;
  } finally {
    await answering.close();
  }
  process.exit();
}

/** Starts the process that answers. It needs no token, so it gets none. */
function startAnswering({ logFormat }: Config, log: Log): ChildProcess {
  const { DISCORD_TOKEN: _, ...env } = process.env;
  const inJson = logFormat === 'json';
  const child = fork(join(import.meta.dirname, 'answering.js'), {
    env,
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'inherit', inJson ? 'pipe' : 'inherit', 'ipc'],
  });
  // What it tells of a build is drawn on the terminal, and for programs becomes lines of the log.
  if (child.stderr)
    createInterface(child.stderr).on('line', (line) => log.info('Opening the index', { line }));
  return child;
}

/** The first of these signals to come; a second one ends the process at once, as it would without this. */
function firstOf(signals: NodeJS.Signals[]): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    const onSignal = (signal: NodeJS.Signals) => {
      for (const name of signals) process.off(name, onSignal);
      resolve(signal);
    };
    for (const name of signals) process.on(name, onSignal);
  });
}

const SHELL_LOOK_MS = 500;

/** `npm start` hands a signal on to the shell that it started, which dies of it without telling this process. */
function endOfShell(): Promise<'SIGTERM'> {
  const shell = process.ppid;
  return new Promise((resolve) => {
    if (process.env['npm_lifecycle_event'] === undefined) return;
    setInterval(() => process.ppid !== shell && resolve('SIGTERM'), SHELL_LOOK_MS).unref();
  });
}

function warnOfPlainHttp(apiUrl: string | null, log: Log): void {
  if (apiUrl === null) return;
  const { protocol, hostname, origin } = new URL(apiUrl);
  const isThisMachine = hostname === 'localhost' || hostname === '[::1]' || /^127\./.test(hostname);
  if (protocol === 'http:' && !isThisMachine) {
    log.warn('DISCORD_API_URL is not encrypted: everybody on the way can read the token and the answers', {
      origin,
    });
  }
}
