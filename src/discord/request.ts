import type {
  ChatInputCommandInteraction,
  MessageComponentInteraction,
  RepliableInteraction,
} from 'discord.js';
import type { Options } from '../command.js';
import { type Control, controlOf, decodedOptions } from './custom-id.js';
import { PRIVATE } from './private-option.js';
import { readQuestion } from './read-question.js';

/**
 * What is asked for: a slash command and its options, sources of a message, or what a button or an entry of a menu is
 * for. All of it is in the interaction, so that it is the same after a restart.
 */
export function requestOf(interaction: RepliableInteraction): Control {
  if (interaction.isMessageComponent()) return tapped(interaction);
  if (interaction.isModalSubmit()) return controlOf(interaction.customId);
  if (interaction.isMessageContextMenuCommand()) {
    const { targetMessage } = interaction;
    // An answer of the bot's own has no content, but the question that it answers.
    const text = targetMessage.content || (readQuestion(targetMessage) ?? '');
    return { command: 'message', options: { text }, opens: 'here' };
  }
  const options = interaction.isChatInputCommand() ? optionsOf(interaction) : {};
  return { command: interaction.commandName, options, opens: 'here' };
}

/** What is chosen in a menu comes over what the menu is for, and the question from the message in which both stand. */
function tapped(interaction: MessageComponentInteraction): Control {
  const control = controlOf(interaction.customId);
  const chosen = interaction.isStringSelectMenu() ? decodedOptions(interaction.values.join('&')) : {};
  const question = readQuestion(interaction.message);
  const options = { ...control.options, ...chosen, ...(question !== null && { question }) };
  return { ...control, options };
}

function optionsOf(interaction: ChatInputCommandInteraction): Options {
  const given = interaction.options.data.filter(({ name }) => name !== PRIVATE);
  return Object.fromEntries(given.map(({ name, value }) => [name, String(value)]));
}
