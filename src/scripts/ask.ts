import { createInterface } from 'node:readline';
import { ask } from '../../commands/ask.js';
import { answerToJson, unanswered } from '../answer.js';
import { loadEnvFile, readConfig } from '../config.js';
import { articleFilter, checkDay, type FilterTexts, readFilters } from '../filters.js';
import { DamagedIndex } from '../index/damaged.js';
import type { Library } from '../library.js';
import { checkQuestion } from '../question.js';
import { toTerminal } from '../terminal.js';
import { UserError } from '../user-error.js';
import { commandLine, run } from './command-line.js';
import { terminalStyle } from './terminal-style.js';

const command = commandLine(
  'npm run ask --',
  'Answers a question with quotes from the articles, or says that they do not answer it.',
)
  .argument('[question...]', 'what you want to know, 2 to 300 characters, in your own language')
  .option(
    '--json',
    'print the answer as a line of JSON; without a question, one for each line of standard input',
  )
  .option('--after <day>', 'only articles published on this day or later, such as 2025-02-18')
  .option('--before <day>', 'only articles published on this day or earlier')
  .option('--publisher <name>', 'only articles of this publisher')
  .option('--language <tag>', 'only articles in this language, such as en')
  .option('--articles <files>', 'only these articles, by their files or ids, separated by commas')
  .addHelpText(
    'after',
    '\nExamples:\n  npm run ask -- "Who led the Russian delegation?"\n  npm run ask -- --after 2025-02-18 --publisher "Kyiv Independent" "What is on the agenda?"\n  npm run --silent ask -- --json < questions.txt',
  )
  .action(async (words: string[], { json = false, ...filters }: FilterTexts & { json?: boolean }) => {
    loadEnvFile();
    const config = readConfig(process.env);
    const question = words.join(' ');
    if (words.length > 0) checkQuestion(question);
    else if (!json) throw new UserError(NO_QUESTION, 2);
    for (const day of [filters.after, filters.before]) if (day !== undefined) checkDay(day);
    // Loaded last, since it takes half a second, which a wrong question need not wait for.
    const { openLibrary } = await import('./open-library.js');
    const library = await openLibrary(config);
    // Filters that leave no article are wrong usage, also where no question is asked.
    articleFilter(readFilters(filters), library.articles);
    if (words.length === 0) return answerLines(library, filters);
    const view = await ask.run({ question, ...filters }, library);
    console.log(json ? JSON.stringify(answerToJson(view.answer)) : toTerminal(view, terminalStyle()));
  });

const NO_QUESTION =
  'A question is missing. Try: npm run ask -- "Who led the delegation?" (or --json, and a question a line on standard input)';

/** One object for each line of standard input, in order, also for a line that is no question. */
async function answerLines(library: Library, filters: FilterTexts): Promise<void> {
  if (process.stdin.isTTY) console.error('Type a question a line; Ctrl-D ends.');
  for await (const question of createInterface({
    input: process.stdin,
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    console.log(JSON.stringify(await answerLine(question, library, filters)));
  }
}

async function answerLine(question: string, library: Library, filters: FilterTexts): Promise<object> {
  try {
    return answerToJson((await ask.run({ question, ...filters }, library)).answer);
  } catch (error) {
    // That the index is damaged is no answer to this question, and is so for all of them.
    if (!(error instanceof UserError) || error instanceof DamagedIndex) throw error;
    return answerToJson(unanswered(question, error.message));
  }
}

await run(command);
