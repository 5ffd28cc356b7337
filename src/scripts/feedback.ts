import { join } from 'node:path';
import { loadEnvFile, readConfig } from '../config.js';
import { FEEDBACK_FILE, readVotes } from '../feedback.js';
import { readManifest } from '../index/manifest.js';
import { type JudgedAnswer, judgedAnswers } from '../judged-answers.js';
import { placeOf } from '../sources/place-of.js';
import { type Column, drawTable } from '../table.js';
import { systemCode, UserError } from '../user-error.js';
import { commandLine, describe, run } from './command-line.js';
import { terminalStyle } from './terminal-style.js';

/** Where an article is, by its id; without one that the index does not have. */
type Places = ReadonlyMap<string, string>;

const command = commandLine(
  'npm run feedback --',
  'Shows what people think of the answers of the bot in Discord: their thumbs up and down, the last ones first.',
)
  .option('--json', 'print an array of answers, for other programs')
  .action(async ({ json = false }: { json?: boolean }) => {
    loadEnvFile();
    const { dataDir, indexDir } = readConfig(process.env);
    const file = join(dataDir, FEEDBACK_FILE);
    const found = await readVotes(dataDir).catch((error) => {
      throw new UserError(`${file} should be a file of votes, but it cannot be read (${systemCode(error)}).`);
    });
    const { votes, damaged } = found ?? { votes: [], damaged: 0 };
    if (damaged > 0) console.error(skippedLine(damaged, file));
    const answers = judgedAnswers(votes);
    const places = await placesIn(indexDir);
    if (json)
      console.log(
        JSON.stringify(
          answers.map((answer) => objectOf(answer, places)),
          null,
          2,
        ),
      );
    else if (answers.length > 0) console.log(drawTable(columnsWith(places), answers, terminalStyle()));
    else console.log(`Nobody has voted on an answer yet: there is ${found ? 'no vote in' : 'no'} ${file}.`);
  })
  .addHelpText(
    'after',
    `
One person counts once for an answer. A passage is the file of its article and where its best sentence begins, or the
article's id where the index does not have it.

Examples:
  npm run feedback                            all judged answers in a table
  npm run --silent feedback -- --json         for other programs`,
  );

function skippedLine(count: number, file: string): string {
  const lines =
    count === 1 ? '1 line that is no vote was' : `${count.toLocaleString('en')} lines that are no votes were`;
  return `${lines} left out: ${file}`;
}

/** Where the articles of the index are. An index that cannot be read is no reason not to show the votes. */
async function placesIn(indexDir: string): Promise<Places> {
  try {
    const manifest = await readManifest(indexDir);
    return new Map(manifest?.articles.map((article) => [article.id, placeOf(article)]));
  } catch (error) {
    console.error(describe(error));
    return new Map();
  }
}

function columnsWith(places: Places): Column<JudgedAnswer>[] {
  return [
    { head: 'Question', cell: ({ question }) => question.replace(/\s+/g, ' '), least: 20 },
    { head: '👍', cell: ({ up }) => up.toLocaleString('en'), align: 'right' },
    { head: '👎', cell: ({ down }) => down.toLocaleString('en'), align: 'right' },
    { head: 'Last (UTC)', cell: ({ last }) => last.slice(0, 16).replace('T', ' ') },
    {
      head: 'Passages',
      cell: ({ passages }) => passages.map((one) => placeIn(one, places)).join(', '),
      least: 20,
    },
  ];
}

/** "a.txt:275", or "61f05640390d:275" of an article that the index does not have. */
function placeIn(passage: string, places: Places): string {
  const { article, start } = passageOf(passage);
  return `${places.get(article) ?? article}:${start}`;
}

function objectOf({ passages, ...answer }: JudgedAnswer, places: Places): object {
  const shown = passages.map(passageOf).map(({ article, start }) => {
    return { article, file: places.get(article) ?? null, start };
  });
  return { ...answer, passages: shown };
}

function passageOf(passage: string): { article: string; start: number } {
  const end = passage.lastIndexOf(':');
  return { article: passage.slice(0, end), start: Number(passage.slice(end + 1)) };
}

await run(command);
