import { loadEnvFile, readConfig } from '../config.js';
import { commandLine, run } from './command-line.js';

const command = commandLine(
  'npm run index --',
  'Builds the index of the articles again; only what changed is embedded again.',
)
  .option('--full', 'embed everything again')
  .option('--json', 'print what was done as JSON')
  .action(async ({ full = false, json = false }: { full?: boolean; json?: boolean }) => {
    loadEnvFile();
    const config = readConfig(process.env);
    const started = performance.now();
    const [{ openModel }, { build }] = await Promise.all([import('./open-model.js'), import('./build.js')]);
    const report = await build(config, await openModel(config), full);
    const seconds = Math.round((performance.now() - started) / 100) / 10;
    const result = { ...report, seconds };
    console.log(json ? JSON.stringify(result) : sentence(result));
  });

function sentence(result: {
  articles: number;
  passages: number;
  embedded: number;
  built: boolean;
  seconds: number;
}): string {
  const size = `${count(result.articles, 'article')}, ${count(result.passages, 'passage')}`;
  if (!result.built) return `The index is up to date: ${size}.`;
  return `The index is built: ${size}, ${result.embedded.toLocaleString('en')} of them embedded, in ${result.seconds} s.`;
}

const count = (number: number, noun: string): string =>
  `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;

await run(command);
