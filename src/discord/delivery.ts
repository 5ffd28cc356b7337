import {
  ApplicationIntegrationType,
  InteractionContextType,
  type MessageComponentInteraction,
  MessageFlags,
  MessageFlagsBitField,
  PermissionFlagsBits,
  type RepliableInteraction,
} from 'discord.js';
import type { Control } from './custom-id.js';
import { ALWAYS_PRIVATE, PRIVATE } from './private-option.js';
import { isVerdict } from './vote.js';

/** How an answer is given: as a new message, for all or for the asker alone, or in place of the message tapped on. */
export type Delivery = 'public' | 'private' | 'update';

/** How an interaction is to be answered. */
export function deliveryOf(interaction: RepliableInteraction, request: Control): Delivery {
  if (request.opens === 'anew' || isVerdict(request.command)) return 'private';
  if (request.opens === 'publicly') return mayWrite(interaction) ? 'public' : 'private';
  // Only who asked changes a message that others see too; everybody else gets a message of their own.
  if (interaction.isMessageComponent())
    return isOwn(interaction) || isSeenByOne(interaction) ? 'update' : 'private';
  return isForAll(interaction, request.command) && mayWrite(interaction) ? 'public' : 'private';
}

/** Whether an answer that is given so is seen by one person only. In a direct message, nothing has to be hidden. */
export function isPrivate(interaction: RepliableInteraction, delivery: Delivery): boolean {
  if (delivery === 'update') return interaction.isMessageComponent() && isSeenByOne(interaction);
  return delivery === 'private';
}

/** Whether it was the same person who asked for the message tapped on. */
function isOwn({ message, user }: MessageComponentInteraction): boolean {
  return message.interactionMetadata?.user.id === user.id;
}

const isSeenByOne = ({ message }: MessageComponentInteraction): boolean =>
  new MessageFlagsBitField(message.flags).has(MessageFlags.Ephemeral);

/**
 * Whether all who are there see the answer to a command: what the asker says, or what fits the place. A server that
 * added the bot wants to read it; where somebody brought the bot along, in a server or among friends, nobody else asked.
 */
function isForAll(interaction: RepliableInteraction, command: string): boolean {
  if (!interaction.isChatInputCommand() || ALWAYS_PRIVATE.has(command)) return false;
  const wish = interaction.options.getBoolean(PRIVATE);
  if (wish !== null) return !wish;
  const { context, authorizingIntegrationOwners: owners } = interaction;
  if (context === InteractionContextType.BotDM) return true;
  if (context === InteractionContextType.PrivateChannel) return false;
  return owners[ApplicationIntegrationType.GuildInstall] !== undefined;
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
