import { article } from '../../commands/article.js';
import { ask } from '../../commands/ask.js';
import { compare } from '../../commands/compare.js';
import { context } from '../../commands/context.js';
import { help } from '../../commands/help.js';
import { message } from '../../commands/message.js';
import { passages } from '../../commands/passages.js';
import { sources } from '../../commands/sources.js';
import { status } from '../../commands/status.js';
import { timeline } from '../../commands/timeline.js';
import type { Command, Runnable } from '../command.js';

/** What the bot can be told, in Discord and in the terminal; the first is what a bare question is for. */
export const COMMANDS: Command[] = [ask, compare, timeline, article, sources, help, status];

/** What its buttons and menus do besides: they are run as commands are, but nobody can type them. */
export const CONTROLS: Runnable[] = [context, passages, message];
