import { Command, CommanderError } from 'commander';
import { printable } from '../printable.js';
import { UserError } from '../user-error.js';

/** What is shown of a fault of ours; the rest is for whoever looks for it. */
export const FAULT =
  'Something went wrong that should not have. Nothing was lost; run it again with DEBUG=1 to see all of it.';

/**
 * A command of the command line, with its --help.
 * @param name as it is typed, such as "npm run ask --"
 */
export function commandLine(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .exitOverride()
    .configureOutput({ outputError: () => {} });
}

/**
 * Runs a command with the words it was called with. Errors become sentences on standard error and the exit code:
 * 1 failed, 2 wrong usage or settings.
 */
export async function run(command: Command): Promise<void> {
  // Who reads the output may stop before its end, as `head` does.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  try {
    await command.parseAsync();
  } catch (error) {
    process.exitCode = report(error, command);
  }
}

function report(error: unknown, command: Command): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    console.error(`${error.message.replace(/^error: |\.$/g, '')}. Try: ${command.name()} --help`);
    return 2;
  }
  console.error(describe(error));
  return error instanceof UserError ? error.exitCode : 1;
}

/** The words in which an error is shown: its own if a user may read them, else one fixed sentence. */
export function describe(error: unknown): string {
  if (process.env['DEBUG']) console.error(error);
  return error instanceof UserError ? printable(error.message) : FAULT;
}
