import { isDeepStrictEqual } from 'node:util';
import {
  type ApplicationCommand,
  type ApplicationCommandOptionData,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  type ChatInputApplicationCommandData,
  type Client,
  InteractionContextType,
  type LocalizationMap,
  type MessageApplicationCommandData,
} from 'discord.js';
import type { Command } from '../command.js';
import { en } from '../languages/en.js';
import type { Languages } from '../load-languages.js';
import type { OptionName, Phrases } from '../phrases.js';
import { ALWAYS_PRIVATE, PRIVATE } from './private-option.js';

/** A command as Discord registers it. */
export type Definition = ChatInputApplicationCommandData | MessageApplicationCommandData;

/** For servers that added the bot and for people who did; there, in direct messages with it, and in those of others. */
const EVERYWHERE = {
  integrationTypes: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

/** All that is registered: the slash commands, and the entry in the menu of every message. */
export function definitionsOf(commands: Command[], languages: Languages): Definition[] {
  return [...commands.map((command) => slashCommand(command, languages)), findSources(languages)];
}

function slashCommand({ definition: { name, options } }: Command, languages: Languages): Definition {
  const labelled = (option: OptionName) => labels(languages, (phrases) => phrases.options[option]);
  const onlyYou = { type: ApplicationCommandOptionType.Boolean, ...labelled(PRIVATE) };
  return {
    type: ApplicationCommandType.ChatInput,
    ...labels(languages, (phrases) => phrases.commands[name]),
    options: [
      ...options.map((option) => ({ ...option, ...labelled(option.name) })),
      ...(ALWAYS_PRIVATE.has(name) ? [] : [onlyYou]),
    ] as ApplicationCommandOptionData[],
    ...EVERYWHERE,
  };
}

function findSources(languages: Languages): Definition {
  return {
    type: ApplicationCommandType.Message,
    name: en.findSources,
    nameLocalizations: inEach(languages, (phrases) => phrases.findSources),
    ...EVERYWHERE,
  };
}

function labels(languages: Languages, labelOf: (phrases: Phrases) => { name: string; description: string }) {
  return {
    ...labelOf(en),
    nameLocalizations: inEach(languages, (phrases) => labelOf(phrases).name),
    descriptionLocalizations: inEach(languages, (phrases) => labelOf(phrases).description),
  };
}

/**
 * What each language says, by Discord's locales, where it is not what all others read, which is English: Discord does not
 * keep what is the same, so that it would look as if something else were registered.
 */
function inEach({ all }: Languages, words: (phrases: Phrases) => string): LocalizationMap {
  const others = all.filter((phrases) => words(phrases) !== words(en));
  return Object.fromEntries(
    others.flatMap((phrases) => phrases.locales.map((locale) => [locale, words(phrases)])),
  );
}

/**
 * Registers commands, where others are registered than these. What is registered elsewhere, for all servers or for one,
 * is left alone: another bot of the same application may have registered it.
 * @param guildId for this server only, or null for all
 * @returns whether they were registered
 */
export async function registerCommands(
  client: Client<true>,
  wanted: Definition[],
  guildId: string | null,
): Promise<boolean> {
  const manager = client.application.commands;
  const where = guildId === null ? {} : { guildId };
  const registered = await manager.fetch({ ...where, withLocalizations: true });
  const isRegistered = (command: Definition) =>
    registered.some((other) => isSame(other, command, guildId !== null));
  if (registered.size === wanted.length && wanted.every(isRegistered)) return false;
  if (guildId === null) await manager.set(wanted);
  else await manager.set(wanted, guildId);
  return true;
}

/** Where a command can be used has no order for Discord, and is not kept for one server's commands. */
function isSame(registered: ApplicationCommand, wanted: Definition, isOfServer: boolean): boolean {
  const { integrationTypes, contexts } = registered;
  const isEverywhere =
    isDeepStrictEqual(new Set(integrationTypes), new Set(EVERYWHERE.integrationTypes)) &&
    isDeepStrictEqual(new Set(contexts), new Set(EVERYWHERE.contexts));
  const alike = { ...wanted, integrationTypes, contexts } as Definition;
  return (isOfServer || isEverywhere) && registered.equals(alike, true);
}
