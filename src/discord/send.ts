import { setTimeout } from 'node:timers/promises';
import {
  type APIInteractionResponse,
  type APIMessage,
  type Message as DiscordMessage,
  InteractionResponseType,
  MessageFlags,
  MessageFlagsBitField,
  PermissionFlagsBits,
  type RepliableInteraction,
  Routes,
} from 'discord.js';
import type { Message } from './message.js';
import { PRIVATE } from './registration.js';
import { isAcknowledged, isPassing } from './rest-errors.js';

/** How an answer is given: as a new message, for all or for the asker alone, or in place of the message tapped on. */
export type Delivery = 'public' | 'private' | 'update';

/**
 * How an interaction is to be answered. Only who asked turns the pages of a message that all see; everybody else gets
 * the page for themselves.
 */
export function deliveryOf(interaction: RepliableInteraction): Delivery {
  if (interaction.isMessageComponent()) {
    const asker = askerOf(interaction.message);
    const own = asker === undefined || asker === interaction.user.id;
    const seenByOne = new MessageFlagsBitField(interaction.message.flags).has(MessageFlags.Ephemeral);
    return own || seenByOne ? 'update' : 'private';
  }
  const forAll = interaction.isChatInputCommand() && !interaction.options.getBoolean(PRIVATE);
  return forAll && mayWrite(interaction) ? 'public' : 'private';
}

/** Who a message answers. Where discord.js does not know the channel, it hands on the message as Discord sent it. */
function askerOf(message: DiscordMessage | APIMessage): string | undefined {
  const metadata =
    'interactionMetadata' in message ? message.interactionMetadata : message.interaction_metadata;
  return metadata?.user.id;
}

/** Whether the bot may write where it was asked. It could answer all the same, but whoever took that right meant it. */
function mayWrite(interaction: RepliableInteraction): boolean {
  if (!interaction.inGuild()) return true;
  const { ViewChannel, SendMessages, SendMessagesInThreads } = PermissionFlagsBits;
  const { channel, appPermissions } = interaction;
  const right = channel?.isThread() ? SendMessagesInThreads : SendMessages;
  // A channel that the client was not told of may be a thread, so there it takes both.
  return appPermissions.has(
    channel ? [ViewChannel, right] : [ViewChannel, SendMessages, SendMessagesInThreads],
  );
}

/** Discord waits three seconds for an acknowledgement: a try that gets no answer gives way to another within them. */
const ACKNOWLEDGEMENT_MS = 1_300;
const ACKNOWLEDGEMENT_PAUSES_MS = [100, 400];

const reply = (flags: number): APIInteractionResponse => {
  return { type: InteractionResponseType.DeferredChannelMessageWithSource, data: { flags } };
};
const DEFERRALS: Record<Delivery, APIInteractionResponse> = {
  public: reply(0),
  private: reply(MessageFlags.Ephemeral),
  update: { type: InteractionResponseType.DeferredMessageUpdate },
};

/** An answer has a quarter of an hour; whoever waits for it has less patience. */
const ANSWER_PAUSES_MS = [500, 2_000, 5_000, 15_000];

/**
 * Tells Discord that an answer is coming. Whether it is for the asker alone is settled here: an edit cannot change it.
 * @throws DiscordAPIError where it is too late, or another error of the REST client where it could not be told
 */
export async function acknowledge(interaction: RepliableInteraction, delivery: Delivery): Promise<void> {
  try {
    // Not by deferReply, which waits for each answer as long as the client does for others.
    await persistently(ACKNOWLEDGEMENT_PAUSES_MS, () =>
      interaction.client.rest.post(Routes.interactionCallback(interaction.id, interaction.token), {
        body: DEFERRALS[delivery],
        auth: false,
        signal: AbortSignal.timeout(ACKNOWLEDGEMENT_MS),
      }),
    );
  } catch (error) {
    if (!isAcknowledged(error)) throw error;
  }
}

/** Puts a message where the acknowledgement said that one is coming. May be tried again: the last one stays. */
export async function deliver(interaction: RepliableInteraction, message: Message): Promise<void> {
  await persistently(ANSWER_PAUSES_MS, () => interaction.webhook.editMessage('@original', message));
}

/**
 * Says something to the asker alone, and leaves the message that was tapped on as it is. Not tried again: where only
 * the answer was lost, it would be said twice.
 */
export async function whisper(interaction: RepliableInteraction, message: Message): Promise<void> {
  const flags = [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] as const;
  await interaction.webhook.send({ ...message, flags });
}

/** Tries again after each of the pauses, where what went wrong may pass. */
async function persistently(pauses: number[], send: () => Promise<unknown>): Promise<void> {
  for (const pause of pauses) {
    try {
      await send();
      return;
    } catch (error) {
      if (!isPassing(error)) throw error;
    }
    await setTimeout(pause);
  }
  await send();
}
