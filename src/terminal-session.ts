import { createInterface } from 'node:readline';
import type { Command, CommandOption, Options } from './command.js';
import { en } from './languages/en.js';
import type { LiveLibrary } from './live-library.js';
import { optionsForMore } from './more.js';
import { toTerminal } from './terminal.js';
import type { TerminalStyle } from './terminal-lines.js';
import { readOptions } from './typed-command.js';
import { listOf } from './wording.js';

/** A terminal, or a file in its place. */
export interface Session {
  input: NodeJS.ReadableStream;
  output: NodeJS.WritableStream;
  style: TerminalStyle;
  /** Whether somebody types, so that a prompt helps. */
  interactive: boolean;
  /** The words in which an error is shown. */
  describe: (error: unknown) => string;
}

const PROMPT = '> ';
const MORE = '/more';
const LEAVE = '/quit';
/** What people type who want to leave; none of it is a question. */
const WORDS_TO_LEAVE = [LEAVE, '/exit', '/q', 'quit', 'exit'];

/** A command that is to be run. */
interface Asked {
  command: Command;
  options: Options;
}

/**
 * Answers lines until the input ends or says /quit: a command, or just a question for the first of the commands.
 * @param commands those that the bot has in Discord too
 */
export async function runSession(commands: Command[], library: LiveLibrary, session: Session): Promise<void> {
  const { input, output, interactive, style, describe } = session;
  const lines = createInterface({ input, output, terminal: interactive, prompt: PROMPT });
  const prompt = () => interactive && lines.prompt();
  let next: Asked | null = null;
  const run = async ({ command, options }: Asked): Promise<string> => {
    next = null;
    try {
      const view = await library.use((current) => command.run(options, current));
      const more = optionsForMore(view);
      next = more && { command, options: { ...options, ...more } };
      return toTerminal(view, style);
    } catch (error) {
      return describe(error);
    }
  };
  prompt();
  for await (const line of lines) {
    const typed = line.trim();
    if (WORDS_TO_LEAVE.includes(typed.toLowerCase())) break;
    if (typed !== '') {
      const asked = typed.toLowerCase() === MORE ? (next ?? NO_MORE) : read(typed, commands);
      output.write(`${typeof asked === 'string' ? asked : await run(asked)}\n\n`);
    }
    prompt();
  }
  lines.close();
}

const NO_MORE = 'There is no more of it.';

/** What a line asks for, or what to say to it. */
function read(typed: string, commands: Command[]): Asked | string {
  const [, first = ''] = /^(\S+)/.exec(typed) ?? [];
  const word = first.toLowerCase();
  if (word === '/help' || typed.toLowerCase() === 'help') return helpOn(commands);
  const isCommand = word.startsWith('/');
  const command = isCommand ? commands.find(({ definition }) => word === `/${definition.name}`) : commands[0];
  if (!command) return `There is no command ${word}. The commands are:\n${helpOn(commands)}`;
  return { command, options: readOptions(isCommand ? typed.slice(first.length) : typed, command) };
}

/** What can be typed, a line each. */
function helpOn(commands: Command[]): string {
  const listed = commands.filter(({ definition }) => definition.name !== 'help');
  const lines = listed.map(({ definition: { name, options } }, i) => {
    const { description } = en.commands[name];
    return [
      [`/${name}`, ...options.slice(0, 1).map(usageOf)].join(' '),
      i === 0 ? `${description}; "/${name}" may be left out` : description,
    ];
  });
  lines.push([MORE, 'Show more: the next quotes, or the next part of an article']);
  lines.push(['/help', 'Show this list'], [LEAVE, 'Leave (as Ctrl-D does)']);
  const width = Math.max(...lines.map(([usage = '']) => usage.length));
  const shown = lines.map(([usage = '', description]) => `  ${usage.padEnd(width)}  ${description}`);
  return [...shown, ...filterHelp(listed)].join('\n');
}

const EXAMPLE = 'Who came? after:2025-02-18';

/** How to say which articles are asked. */
function filterHelp(commands: Command[]): string[] {
  const names = commands.flatMap(({ definition: { options } }) =>
    options.slice(1).map(({ name }) => `${name}:`),
  );
  if (names.length === 0) return [];
  const listed = listOf('en-GB', 'disjunction')([...new Set(names)]);
  return [`Behind a question, ${listed} says which articles are asked, as in "${EXAMPLE}"`];
}

const usageOf = ({ name, required }: CommandOption): string => (required ? `<${name}>` : `[${name}]`);
