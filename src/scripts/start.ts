import { type Config, loadEnvFile, readConfig } from '../config.js';
import { runSession } from '../terminal-session.js';
import { commandLine, describe, run } from './command-line.js';
import { COMMANDS } from './commands.js';
import { terminalStyle } from './terminal-style.js';

const command = commandLine(
  'npm start --',
  'Starts the bot: in Discord where DISCORD_TOKEN is set, else in this terminal.',
).action(async () => {
  loadEnvFile();
  const config = readConfig(process.env);
  if (config.discordToken === null) return runInTerminal(config);
  const { runInDiscord } = await import('./run-in-discord.js');
  await runInDiscord(config, config.discordToken);
});

async function runInTerminal(config: Config): Promise<void> {
  const { openLiveLibrary } = await import('./open-library.js');
  const library = await openLiveLibrary(config, (change) =>
    console.error(
      'problem' in change
        ? `The new index cannot be used; the old one goes on serving. ${change.problem}`
        : `The index has changed: ${change.articles} articles.`,
    ),
  );
  const { stdin, stdout } = process;
  stdout.write(`Ask about ${library.articles.length} articles, or type /help.\n${WITHOUT_TOKEN}\n\n`);
  await runSession(COMMANDS, library, {
    input: stdin,
    output: stdout,
    style: terminalStyle(),
    interactive: stdin.isTTY === true && stdout.isTTY === true,
    describe,
  });
}

const WITHOUT_TOKEN = "To answer in Discord instead, put DISCORD_TOKEN=<your bot's token> into .env.";

await run(command);
// A client that found no gateway would go on looking for one.
if (process.exitCode) process.exit();
