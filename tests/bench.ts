import { InvalidArgumentError } from 'commander';
import { commandLine, run } from '../src/scripts/command-line.js';
import { archiveRows, measureArchive } from './bench/archive.js';
import { botRows, measureBot } from './bench/bot.js';
import { completionRows, measureCompletion } from './bench/completion.js';
import { killRows, measureKills } from './bench/kills.js';
import { tableOf } from './bench/table.js';

interface Options {
  json?: boolean;
  questions: number;
  kills: number;
  size?: number;
}

const command = commandLine(
  'npm run bench --',
  'Measures the bot over loopback: the real Discord client, model and index, and a Discord of the tests on this machine; ' +
    'and kills builds of the index at any moment.',
)
  .option('--json', 'print one object')
  .option('--questions <number>', 'how many to ask for the memory', wholeNumber, 5_000)
  .option('--kills <number>', 'how many builds to kill', wholeNumber, 50)
  .option(
    '--size <articles>',
    'measure an archive of so many articles that are made at random instead, such as 10000; one that was interrupted goes on',
    wholeNumber,
  )
  .action(async ({ json = false, questions, kills, size }: Options) => {
    if (size !== undefined) {
      const archive = await measureArchive(size);
      console.log(json ? JSON.stringify(archive) : tableOf(archiveRows(archive)));
      return;
    }
    const bot = await measureBot(questions);
    const completion = await measureCompletion();
    const killed = await measureKills(kills);
    const rows = [...botRows(bot), ...completionRows(completion), ...killRows(killed)];
    console.log(json ? JSON.stringify({ ...bot, completion, killed }) : tableOf(rows));
    process.exit();
  });

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new InvalidArgumentError('Expected a whole number from 1 on');
  return Number(text);
}

await run(command);
