import type { Choice } from '../catalogue.js';
import type { Runnable } from '../command.js';
import { DamagedIndex } from '../index/damaged.js';
import type { LiveLibrary } from '../live-library.js';
import { NoticeError } from '../notice.js';
import { UserError } from '../user-error.js';
import type { Asked, Failure, Question, Reply, ToComplete } from './protocol.js';

/** The other end of a process's channel, as Node.js gives it to a child. */
export interface Channel {
  send(reply: Reply): void;
  onAsked(listener: (asked: Asked) => void): void;
}

/**
 * Opens the library and answers the questions that come over a channel, one after the other: whoever asked first has
 * the whole processor. What can be chosen for an option is told at once, whatever else waits.
 * @param openLibrary where it fails, that is told over the channel
 */
export async function answerQuestions(
  commands: Runnable[],
  openLibrary: () => Promise<LiveLibrary>,
  channel: Channel,
): Promise<void> {
  let library: LiveLibrary;
  try {
    library = await openLibrary();
  } catch (error) {
    channel.send({ kind: 'unusable', failure: failureOf(error) });
    return;
  }
  const waiting: Question[] = [];
  let isAnswering = false;
  channel.onAsked(async (asked) => {
    if ('typed' in asked) {
      channel.send({ kind: 'completed', id: asked.id, choices: await choicesFor(asked, commands, library) });
      return;
    }
    waiting.push(asked);
    if (isAnswering) return;
    isAnswering = true;
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      channel.send(await reply(next, commands, library));
    }
    isAnswering = false;
  });
  channel.send({ kind: 'ready', articles: library.articles.length });
  // So that the first who types need not wait for it. Where it cannot be made, that is told when somebody does.
  setImmediate(() => library.use(async (current) => current.catalogue()).catch(() => {}));
}

/** Nothing where it fails: whoever types can go on typing. */
function choicesFor(
  { command, option, typed }: ToComplete,
  commands: Runnable[],
  library: LiveLibrary,
): Promise<Choice[]> {
  const asked = commands.find(({ definition }) => definition.name === command);
  return library.use(async (current) => {
    try {
      return asked?.complete?.(option, typed, current) ?? [];
    } catch (error) {
      current.log.error('An option could not be completed', { command, option, error });
      return [];
    }
  });
}

async function reply(
  { id, command, options }: Question,
  commands: Runnable[],
  library: LiveLibrary,
): Promise<Reply> {
  try {
    const asked = commands.find(({ definition }) => definition.name === command);
    if (!asked) throw new NoticeError({ kind: 'no-such-command', name: command });
    return { kind: 'answered', id, view: await library.use((current) => asked.run(options, current)) };
  } catch (error) {
    // What is wrong with the index is for whoever runs the bot, not for whoever asks.
    const failure = error instanceof DamagedIndex ? faultOf(error) : failureOf(error);
    return { kind: 'failed', id, failure };
  }
}

function failureOf(error: unknown): Failure {
  if (error instanceof NoticeError) return { kind: 'notice', notice: error.notice };
  if (error instanceof UserError)
    return { kind: 'user-error', message: error.message, exitCode: error.exitCode };
  return faultOf(error);
}

function faultOf(error: unknown): Failure {
  return { kind: 'fault', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}
