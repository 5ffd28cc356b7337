import type { Command } from '../command.js';
import type { Library } from '../library.js';
import { UserError } from '../user-error.js';
import type { Failure, Question, Reply } from './protocol.js';

/** The other end of a process's channel, as Node.js gives it to a child. */
export interface Channel {
  send(reply: Reply): void;
  onQuestion(listener: (question: Question) => void): void;
}

/**
 * Opens the library and answers the questions that come over a channel, one after the other: whoever asked first has
 * the whole processor.
 * @param openLibrary where it fails, that is told over the channel
 */
export async function answerQuestions(
  commands: Command[],
  openLibrary: () => Promise<Library>,
  channel: Channel,
): Promise<void> {
  let library: Library;
  try {
    library = await openLibrary();
  } catch (error) {
    channel.send({ kind: 'unusable', failure: failureOf(error) });
    return;
  }
  const waiting: Question[] = [];
  let isAnswering = false;
  channel.onQuestion(async (question) => {
    waiting.push(question);
    if (isAnswering) return;
    isAnswering = true;
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      channel.send(await reply(next, commands, library));
    }
    isAnswering = false;
  });
  channel.send({ kind: 'ready', articles: library.articles.length });
}

async function reply(
  { id, command, options }: Question,
  commands: Command[],
  library: Library,
): Promise<Reply> {
  try {
    const asked = commands.find(({ definition }) => definition.name === command);
    if (!asked) throw new UserError(`There is no command /${command} any more.`);
    return { kind: 'answered', id, view: await asked.run(options, library) };
  } catch (error) {
    return { kind: 'failed', id, failure: failureOf(error) };
  }
}

function failureOf(error: unknown): Failure {
  if (error instanceof UserError)
    return { kind: 'user-error', message: error.message, exitCode: error.exitCode };
  return { kind: 'fault', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}
