import type { BaseInteraction, ChatInputCommandInteraction, RepliableInteraction } from 'discord.js';
import type { Options } from '../command.js';
import { en } from '../languages/en.js';
import type { Log } from '../log.js';
import { type Notice, NoticeError } from '../notice.js';
import type { View } from '../view.js';
import { type Control, controlOf } from './custom-id.js';
import { acknowledge, type Delivery, deliver, deliveryOf, whisper } from './delivery.js';
import { type Message, toMessage } from './message.js';
import { PRIVATE } from './registration.js';
import { isGone, isPassing, withoutSecrets } from './rest-errors.js';

/** What is shown of a fault of ours; the rest is in the log. */
const FAULT: Notice = { kind: 'fault' };

const READER = { phrases: en, locale: 'en-US' };

/** Runs a command, wherever that is done. */
export type RunCommand = (command: string, options: Options) => Promise<View>;

/**
 * Answers an interaction: acknowledged first, whatever else waits, then run, then shown. Never throws: what goes wrong
 * is told to the asker, or where nobody can be told any more, to the log.
 */
export async function respond(interaction: BaseInteraction, run: RunCommand, log: Log): Promise<void> {
  if (!interaction.isRepliable()) return;
  const control = requestOf(interaction);
  const facts = { interaction: interaction.id, command: control.command };
  const started = performance.now();
  try {
    const delivery = deliveryOf(interaction);
    await acknowledge(interaction, delivery);
    const answer = await answerOf(control, run, (error) => log.error('Failed', { ...facts, error }));
    await show(interaction, answer, delivery);
    log.info('Answered', {
      ...facts,
      ...outcomeOf(answer.view),
      ms: Math.round(performance.now() - started),
    });
  } catch (error) {
    if (isGone(error)) log.warn('Came too late, or its message is deleted', { ...facts, reason: `${error}` });
    else log.error('Could not be answered', { ...facts, error: withoutSecrets(error) });
  }
}

interface Shown {
  view: View;
  message: Message;
}

/** Runs a command. What goes wrong becomes a sentence: its own where a user may read it, else always the same. */
async function answerOf(
  { command, options }: Control,
  run: RunCommand,
  onFault: (error: unknown) => void,
): Promise<Shown> {
  try {
    const view = await run(command, options);
    return { view, message: toMessage(view, READER, { isPrivate: false }) };
  } catch (error) {
    if (error instanceof NoticeError) return notice(error.notice);
    onFault(error);
    return notice(FAULT);
  }
}

function notice(told: Notice): Shown {
  const view: View = { kind: 'notice', notice: told };
  return { view, message: toMessage(view, READER, { isPrivate: false }) };
}

/** A message that Discord refuses is a fault of ours, which must not leave the asker waiting. */
async function show(
  interaction: RepliableInteraction,
  { view, message }: Shown,
  delivery: Delivery,
): Promise<void> {
  // A message that others see too is not to give way to what is for the asker.
  const tell = delivery === 'update' ? whisper : deliver;
  try {
    await (view.kind === 'notice' ? tell : deliver)(interaction, message);
  } catch (error) {
    if (!isGone(error) && !isPassing(error)) await tell(interaction, notice(FAULT).message).catch(() => {});
    throw error;
  }
}

/** What is asked for: by name, or by the id of what was tapped on. */
function requestOf(interaction: RepliableInteraction): Control {
  if (!interaction.isCommand()) return controlOf(interaction.customId);
  const options = interaction.isChatInputCommand() ? optionsOf(interaction) : {};
  return { command: interaction.commandName, options, opens: 'here' };
}

function optionsOf(interaction: ChatInputCommandInteraction): Options {
  const given = interaction.options.data.filter(({ name }) => name !== PRIVATE);
  return Object.fromEntries(given.map(({ name, value }) => [name, String(value)]));
}

/** What the log says of an answer: nothing of its words. */
function outcomeOf(view: View): object {
  if (view.kind !== 'answer') return { shown: view.kind };
  return view.answer.answered ? { shown: 'answer', quotes: view.answer.quotes.length } : { shown: 'refusal' };
}
