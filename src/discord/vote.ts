import { type Vote, voterOf } from '../feedback.js';
import { controlOf } from './custom-id.js';
import { readQuestion } from './read-question.js';

/** The buttons by which people say what they think of an answer, as they are called in the ids. */
export function isVerdict(command: string): command is Vote['verdict'] {
  return command === 'up' || command === 'down';
}

/**
 * What somebody thinks of the answer in a message: its question and what it quotes are read back from it.
 * @param user the id of who voted
 * @throws Error where the message shows no question
 */
export function voteOf(
  verdict: Vote['verdict'],
  message: { id: string; components: unknown[] },
  user: string,
  time: Date,
): Vote {
  const question = readQuestion(message);
  if (question === null) throw new Error('The message that was voted on shows no question');
  return {
    time: time.toISOString(),
    verdict,
    question,
    passages: passagesIn(message.components),
    voter: voterOf(message.id, user),
  };
}

/** What a message quotes, in its order: each quote has a button that shows it in its context. */
function passagesIn(components: unknown[]): string[] {
  const passages = customIdsIn(components).flatMap((id) => {
    const { command, options } = controlOf(id);
    const { article, start } = options;
    return command === 'context' && article && start ? [`${article}:${start}`] : [];
  });
  return [...new Set(passages)];
}

/** As Discord sends components, or as discord.js wraps them, which is the same in JSON. */
function customIdsIn(components: unknown[]): string[] {
  const ids: string[] = [];
  JSON.stringify(components, (name, value) => {
    if (name === 'custom_id') ids.push(value);
    return value;
  });
  return ids;
}
