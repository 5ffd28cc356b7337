import { setTimeout } from 'node:timers/promises';
import {
  type APIInteractionResponse,
  InteractionResponseType,
  MessageFlags,
  type RepliableInteraction,
  Routes,
} from 'discord.js';
import type { Delivery } from './delivery.js';
import type { Message } from './message.js';
import { isAcknowledged, isGone, isPassing } from './rest-errors.js';

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
 * Says something to the asker alone, and leaves the message that was tapped on as it is. Not tried again but by the
 * client, a few times: where only the answer was lost, it is said twice.
 */
export async function whisper(interaction: RepliableInteraction, message: Message): Promise<void> {
  const flags = [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] as const;
  await interaction.webhook.send({ ...message, flags });
}

/**
 * Says something to the asker alone where an answer for all was acknowledged. What is waited for is taken back first, since
 * the next message would fill it, for all to see.
 */
export async function whisperInstead(interaction: RepliableInteraction, message: Message): Promise<void> {
  try {
    await persistently(ANSWER_PAUSES_MS, () => interaction.webhook.deleteMessage('@original'));
  } catch (error) {
    // Where only the answer to an earlier try was lost, it is gone.
    if (!isGone(error)) throw error;
  }
  await whisper(interaction, message);
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
