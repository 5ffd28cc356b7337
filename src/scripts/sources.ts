import { type Article, factsOf, summaryOf } from '../article/article.js';
import { loadEnvFile, readConfig } from '../config.js';
import { toTerminal } from '../terminal.js';
import type { SourcesView } from '../view.js';
import { commandLine, run } from './command-line.js';
import { readSeeds } from './read-seeds.js';
import { terminalStyle } from './terminal-style.js';

const command = commandLine(
  'npm run sources --',
  'Lists the articles as they are read, with what is known of each.',
)
  .option('--json', 'print an array of articles')
  .option('--text', "add each one's text")
  .action(async ({ json = false, text = false }: { json?: boolean; text?: boolean }) => {
    loadEnvFile();
    const { articles } = await readSeeds(readConfig(process.env));
    if (json) {
      const objects = articles.map((article) => ({
        ...factsOf(article),
        dateReason: article.dateReason,
        length: article.text.length,
        ...(text && { text: article.text }),
      }));
      console.log(JSON.stringify(objects, null, 2));
    } else {
      const style = terminalStyle();
      const shown = articles.map((article) => {
        const facts = toTerminal(sourcesView([article]), style);
        return text ? `${facts}\n\n${article.text}` : facts;
      });
      console.log(shown.join('\n\n'));
    }
  });

/** All on one page: a terminal has no end. */
function sourcesView(articles: Article[]): SourcesView {
  const total = articles.length;
  return { kind: 'sources', articles: articles.map(summaryOf), page: 1, pages: 1, total };
}

await run(command);
