import {
  type APIMessage,
  type BaseInteraction,
  type ChatInputCommandInteraction,
  type Message,
  MessageFlags,
  MessageFlagsBitField,
  PermissionFlagsBits,
} from 'discord.js';
import type { Options } from '../answering/protocol.js';
import type { Log } from '../log.js';
import { UserError } from '../user-error.js';
import type { View } from '../view.js';
import { type Control, controlOf } from './custom-id.js';
import { type Answerable, acknowledge, type Delivery, deliver, whisper } from './delivery.js';
import { toMessage } from './message.js';
import { PRIVATE } from './registration.js';
import { isGone, withoutSecrets } from './rest-errors.js';

/** What is shown of a fault of ours; the rest is in the log. */
export const FAULT = 'Something went wrong that should not have. Ask again in a moment.';

/** Runs a command, wherever that is done. */
export type RunCommand = (command: string, options: Options) => Promise<View>;

/**
 * Answers an interaction: acknowledged first, whatever else waits, then run, then shown. Never throws: what goes wrong
 * is told to the asker, or where nobody can be told any more, to the log.
 */
export async function respond(interaction: BaseInteraction, run: RunCommand, log: Log): Promise<void> {
  if (!interaction.isChatInputCommand() && !interaction.isButton()) return;
  const control = interaction.isButton()
    ? controlOf(interaction.customId)
    : { command: interaction.commandName, options: optionsOf(interaction) };
  const facts = { interaction: interaction.id, command: control.command };
  const started = performance.now();
  try {
    const delivery = deliveryOf(interaction);
    await acknowledge(interaction, delivery);
    const view = await viewOf(control, run, (error) => log.error('Failed', { ...facts, error }));
    await show(interaction, view, delivery);
    log.info('Answered', { ...facts, ...outcomeOf(view), ms: Math.round(performance.now() - started) });
  } catch (error) {
    if (isGone(error)) log.warn('Came too late, or its message is deleted', { ...facts, reason: `${error}` });
    else log.error('Could not be answered', { ...facts, error: withoutSecrets(error) });
  }
}

async function viewOf(
  { command, options }: Control,
  run: RunCommand,
  onFault: (error: unknown) => void,
): Promise<View> {
  try {
    return await run(command, options);
  } catch (error) {
    if (error instanceof UserError) return { kind: 'notice', text: error.message };
    onFault(error);
    return { kind: 'notice', text: FAULT };
  }
}

/** A message that Discord refuses is a fault of ours, which must not leave the asker waiting. */
async function show(interaction: Answerable, view: View, delivery: Delivery): Promise<void> {
  const send = delivery === 'update' && view.kind === 'notice' ? whisper : deliver;
  try {
    await send(interaction, toMessage(view));
  } catch (error) {
    if (!isGone(error)) await send(interaction, toMessage({ kind: 'notice', text: FAULT })).catch(() => {});
    throw error;
  }
}

function optionsOf(interaction: ChatInputCommandInteraction): Options {
  const given = interaction.options.data.filter(({ name }) => name !== PRIVATE);
  return Object.fromEntries(given.map(({ name, value }) => [name, String(value)]));
}

/** Only who asked turns the pages of a message that all see; everybody else gets the page for themselves. */
function deliveryOf(interaction: Answerable): Delivery {
  if (interaction.isButton()) {
    const own = askerOf(interaction.message) === interaction.user.id;
    const seenByOne = new MessageFlagsBitField(interaction.message.flags).has(MessageFlags.Ephemeral);
    return own || seenByOne ? 'update' : 'private';
  }
  return interaction.options.getBoolean(PRIVATE) || !mayWrite(interaction) ? 'private' : 'public';
}

/** Who a message answers. Where discord.js does not know the channel, it hands on the message as Discord sent it. */
function askerOf(message: Message | APIMessage): string | undefined {
  const metadata =
    'interactionMetadata' in message ? message.interactionMetadata : message.interaction_metadata;
  return metadata?.user.id;
}

/** Whether the bot may write where it was asked. It could answer all the same, but whoever took that right meant it. */
function mayWrite(interaction: Answerable): boolean {
  if (!interaction.inGuild()) return true;
  const { ViewChannel, SendMessages, SendMessagesInThreads } = PermissionFlagsBits;
  const right = interaction.channel?.isThread() ? SendMessagesInThreads : SendMessages;
  return interaction.appPermissions.has([ViewChannel, right]);
}

/** What the log says of an answer: nothing of its words. */
function outcomeOf(view: View): object {
  return view.kind === 'answer'
    ? { shown: view.kind, quotes: view.answer.quotes.length }
    : { shown: view.kind };
}
