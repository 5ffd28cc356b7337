import { ask } from '../../commands/ask.js';
import { sources } from '../../commands/sources.js';
import type { Command } from '../command.js';

/** What the bot can be told, in Discord and in the terminal; the first is what a bare question is for. */
export const COMMANDS: Command[] = [ask, sources];
