import {
  type ApplicationCommandData,
  type ApplicationCommandOptionData,
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  type ChatInputApplicationCommandData,
  type Client,
  InteractionContextType,
} from 'discord.js';
import type { Command } from '../command.js';
import { en } from '../languages/en.js';

/** The option that every command has in Discord. */
export const PRIVATE = 'private';

type Definition = ChatInputApplicationCommandData;

/** A command as Discord registers it: for servers that added the bot, there and in direct messages with it. */
function definitionOf({ definition: { name, options } }: Command): Definition {
  const { description } = en.commands[name];
  return {
    name,
    description,
    options: [
      ...options.map((option) => ({ ...option, description: en.options[option.name].description })),
      { type: ApplicationCommandOptionType.Boolean, ...en.options.private, name: PRIVATE },
    ] as ApplicationCommandOptionData[],
    integrationTypes: [ApplicationIntegrationType.GuildInstall],
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  };
}

/**
 * Registers the commands, where others are registered than these.
 * @param guildId for this server only, or null for all
 * @returns whether they were registered
 */
export async function registerCommands(
  client: Client<true>,
  commands: Command[],
  guildId: string | null,
): Promise<boolean> {
  const wanted = commands.map(definitionOf);
  const manager = client.application.commands;
  const where = guildId === null ? {} : { guildId };
  const registered = await manager.fetch({ ...where, withLocalizations: true });
  const isRegistered = (command: Definition) =>
    registered.some((other) => {
      // Where a command can be used is not kept for one server's commands.
      const { integrationTypes, contexts } = guildId === null ? command : other;
      return other.equals({ ...command, integrationTypes, contexts } as ApplicationCommandData, true);
    });
  if (registered.size === wanted.length && wanted.every(isRegistered)) return false;
  if (guildId === null) await manager.set(wanted);
  else await manager.set(wanted, guildId);
  return true;
}
