import { type Article, factsOf, summaryOf } from '../article/article.js';
import { loadEnvFile, readConfig } from '../config.js';
import { checkArticles } from '../sources/check.js';
import { checkView, unreadFindings } from '../sources/check-view.js';
import { chooseArticles } from '../sources/choose.js';
import { cutView } from '../sources/cut-view.js';
import { sourcesTable, summaryLine } from '../sources/table.js';
import { toTerminal } from '../terminal.js';
import { UserError } from '../user-error.js';
import type { SourcesView } from '../view.js';
import { commandLine, run } from './command-line.js';
import { readSeeds } from './read-seeds.js';
import { terminalStyle } from './terminal-style.js';

interface Options {
  json?: boolean;
  text?: boolean;
  check?: boolean;
  strict?: boolean;
  cut?: string[];
}

const command = commandLine(
  'npm run sources --',
  'Lists the articles as they are read, with what is known of each and how; needs neither the model nor an index.',
)
  .argument('[file...]', 'show only the articles of these files, with all that is known of them')
  .option('--json', 'print an array of articles; with --check of findings, with --cut of what was left out')
  .option('--text', "add each one's text")
  .option('--check', 'list what a person should mend: missing facts, short texts, page furniture, copies')
  .option('--strict', 'with --check: end with exit code 1 if there is anything to mend')
  .option('--cut <file...>', 'show what was left out of the articles of a file, where and why')
  .action(async (files: string[], { json, text = false, check, strict, cut }: Options) => {
    if (strict && !check) throw new UserError('--strict goes with --check only.', 2);
    loadEnvFile();
    const config = readConfig(process.env);
    const found = await readSeeds(config);
    const style = terminalStyle();
    const chosen = (asked: string[]): Article[] => chooseArticles(asked, config.seedsDir, found);
    const articles = files.length > 0 ? chosen(files) : found.articles;
    const findings = check
      ? [...checkArticles(articles), ...unreadFindings(found.skipped, found.unread)]
      : [];
    if (strict && findings.length > 0) process.exitCode = 1;
    if (json && check) {
      console.log(JSON.stringify(findings, null, 2));
    } else if (json && cut) {
      const cuts = chosen(cut).map((article) => ({
        file: article.file,
        entry: article.entry,
        cuts: article.cuts,
      }));
      console.log(JSON.stringify(cuts, null, 2));
    } else if (json) {
      console.log(
        JSON.stringify(
          articles.map((article) => objectOf(article, text)),
          null,
          2,
        ),
      );
    } else if (cut) {
      console.log(
        chosen(cut)
          .map((article) => cutView(article, style))
          .join('\n\n'),
      );
    } else if (check) {
      console.log(checkView(findings, style));
    } else if (text || files.length > 0) {
      const shown = articles.map((article) => {
        const facts = toTerminal(sourcesView([article]), style);
        return text ? `${facts}\n\n${article.text}` : facts;
      });
      console.log(shown.join('\n\n'));
    } else {
      console.log(`${sourcesTable(articles, style)}\n\n${summaryLine(articles)}`);
    }
  })
  .addHelpText(
    'after',
    `
In the table, "unknown" is what nothing says, and "~" stands behind a language that was detected in the text.

Examples:
  npm run sources                                  all articles in a table
  npm run sources -- seeds/a.txt                   all that is known of one
  npm run sources -- --check                       what to mend; --strict for scripts
  npm run sources -- --cut seeds/a.txt             what was left out of its text
  npm run --silent sources -- --json --text        for other programs`,
  );

/** An article for other programs. */
function objectOf(article: Article, withText: boolean) {
  return {
    ...factsOf(article),
    dateReason: article.dateReason,
    languageSource: article.languageSource,
    length: article.text.length,
    ...(withText && { text: article.text }),
  };
}

/** All on one page: a terminal has no end. */
function sourcesView(articles: Article[]): SourcesView {
  const total = articles.length;
  return { kind: 'sources', articles: articles.map(summaryOf), page: 1, pages: 1, total };
}

await run(command);
