import { createInterface } from 'node:readline';
import type { Command, CommandOption } from './command.js';
import { en } from './languages/en.js';
import type { LiveLibrary } from './live-library.js';
import { type TerminalStyle, toTerminal } from './terminal.js';

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
const LEAVE = '/quit';
/** What people type who want to leave; none of it is a question. */
const WORDS_TO_LEAVE = [LEAVE, '/exit', '/q', 'quit', 'exit'];

/**
 * Answers lines until the input ends or says /quit: a command, or just a question for the first of the commands.
 * @param commands those that the bot has in Discord too
 */
export async function runSession(commands: Command[], library: LiveLibrary, session: Session): Promise<void> {
  const { input, output, interactive } = session;
  const lines = createInterface({ input, output, terminal: interactive, prompt: PROMPT });
  const prompt = () => interactive && lines.prompt();
  prompt();
  for await (const line of lines) {
    const typed = line.trim();
    if (WORDS_TO_LEAVE.includes(typed.toLowerCase())) break;
    if (typed !== '') output.write(`${await answerTo(typed, commands, library, session)}\n\n`);
    prompt();
  }
  lines.close();
}

async function answerTo(
  typed: string,
  commands: Command[],
  library: LiveLibrary,
  { style, describe }: Session,
): Promise<string> {
  const [first = '', ...rest] = typed.split(/\s+/);
  const word = first.toLowerCase();
  if (word === '/help' || typed.toLowerCase() === 'help') return helpOn(commands);
  const command = word.startsWith('/')
    ? commands.find(({ definition }) => word === `/${definition.name}`)
    : commands[0];
  if (!command) return `There is no command ${word}. The commands are:\n${helpOn(commands)}`;
  const [option] = command.definition.options;
  try {
    const text = word.startsWith('/') ? rest.join(' ') : typed;
    const options = option ? { [option.name]: text } : {};
    return toTerminal(await library.use((current) => command.run(options, current)), style);
  } catch (error) {
    return describe(error);
  }
}

/** What can be typed, a line each. */
export function helpOn(commands: Command[]): string {
  const lines = commands.map(({ definition: { name, options } }, i) => {
    const { description } = en.commands[name];
    return [
      [`/${name}`, ...options.map(usageOf)].join(' '),
      i === 0 ? `${description}; "/${name}" may be left out` : description,
    ];
  });
  lines.push(['/help', 'Show this list'], [LEAVE, 'Leave (as Ctrl-D does)']);
  const width = Math.max(...lines.map(([usage = '']) => usage.length));
  return lines.map(([usage = '', description]) => `  ${usage.padEnd(width)}  ${description}`).join('\n');
}

const usageOf = ({ name, required }: CommandOption): string => (required ? `<${name}>` : `[${name}]`);
