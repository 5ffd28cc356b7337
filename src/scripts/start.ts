import { ask } from '../../commands/ask.js';
import { sources } from '../../commands/sources.js';
import { loadEnvFile, readConfig } from '../config.js';
import { runSession } from '../terminal-session.js';
import { commandLine, describe, run } from './command-line.js';
import { terminalStyle } from './terminal-style.js';

const command = commandLine(
  'npm start',
  'Opens the bot in this terminal: ask about the articles, and read the answers in quotes.',
).action(async () => {
  loadEnvFile();
  const config = readConfig(process.env);
  const { openLibrary } = await import('./open-library.js');
  const library = await openLibrary(config);
  const { stdin, stdout } = process;
  stdout.write(`Ask about ${library.articles.length} articles, or type /help.\n`);
  stdout.write(`${config.discordToken ? WITH_TOKEN : WITHOUT_TOKEN}\n\n`);
  await runSession([ask, sources], library, {
    input: stdin,
    output: stdout,
    style: terminalStyle(),
    interactive: stdin.isTTY === true && stdout.isTTY === true,
    describe,
  });
});

const WITHOUT_TOKEN =
  "To answer in Discord, from the next version on, put DISCORD_TOKEN=<your bot's token> into .env.";
const WITH_TOKEN =
  'The DISCORD_TOKEN is there; from the next version on, the bot will answer in Discord with it.';

await run(command);
