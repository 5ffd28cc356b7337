import { addArgument } from '../add/add-argument.js';
import type { Outcome } from '../add/adding.js';
import { describeOutcome, outcomeToJson, summarise } from '../add/describe-outcome.js';
import { openFolder } from '../add/open-folder.js';
import { openWeb } from '../add/web.js';
import { loadEnvFile, readConfig } from '../config.js';
import { decodeText } from '../format/decode.js';
import { readFeed } from '../format/feed.js';
import { toMarkdown } from '../format/markdown.js';
import { readFile } from '../format/read-file.js';
import { decodePage } from '../page/decode-page.js';
import { parseDocument } from '../page/document.js';
import { readPage } from '../page/read-page.js';
import { UserError } from '../user-error.js';
import { showAdding } from './add-progress.js';
import { commandLine, describe, run } from './command-line.js';

interface Options {
  dryRun?: boolean;
  json?: boolean;
  limit: number;
}

const command = commandLine(
  'npm run add --',
  'Reads articles from the web or from files, and writes each into the folder of articles as a file of its own.',
)
  .argument('<address or file...>', 'pages, feeds (each entry is added), or saved files')
  .option('--dry-run', 'show what is found, and write nothing')
  .option('--json', 'print an array with an object for each article')
  .option('--limit <number>', 'how many entries of a feed are added, the newest first', readLimit, 50)
  .addHelpText(
    'after',
    '\nExamples:\n  npm run add -- https://example.org/news/the-talks\n  npm run add -- --dry-run https://example.org/feed.xml saved-page.html',
  )
  .action(async (words: string[], { dryRun = false, json = false, limit }: Options) => {
    loadEnvFile();
    const { seedsDir } = readConfig(process.env);
    const tell = (line: string) => console.error(line);
    const onStep = showAdding(tell);
    onStep({ name: 'folder', path: seedsDir });
    const folder = await openFolder(seedsDir, { writes: !dryRun, toMarkdown, tell });
    onStep(null);
    const adding = { web: openWeb(), readers: READERS, folder, limit, explain: describe, onStep };
    const outcomes: Outcome[] = [];
    for (const word of words) {
      for await (const outcome of addArgument(word, adding)) {
        onStep(null);
        outcomes.push(outcome);
        const shown = `${describeOutcome(outcome, seedsDir, !dryRun)}\n`;
        if (outcome.fate === 'failed' && !json) console.error(shown);
        else if (!json) console.log(shown);
      }
    }
    const objects = outcomes.map((outcome) => outcomeToJson(outcome, !dryRun));
    if (json) console.log(JSON.stringify(objects, null, 2));
    else console.log(summarise(outcomes, !dryRun));
    if (outcomes.some(({ fate }) => fate === 'failed')) process.exitCode = 1;
  });

const READERS = {
  readPage,
  parsePage: (content: Buffer, contentType: string | null) => parseDocument(decodePage(content, contentType)),
  readFeed,
  decodeText,
  readFile,
};

function readLimit(text: string): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= 10_000) return limit;
  throw new UserError(`--limit: expected a whole number from 1 to 10000; found ${JSON.stringify(text)}`, 2);
}

// A file is written in one go, so that Ctrl-C comes before it or after it.
process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));
await run(command);
