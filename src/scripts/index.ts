import { loadEnvFile, readConfig } from '../config.js';
import { commandLine, describe, run as runCommand } from './command-line.js';

const command = commandLine(
  'npm run index --',
  'Builds the index of the articles again; only what changed is embedded again.',
)
  .option('--full', 'embed everything again')
  .option('--watch', 'go on, and bring the index up to date whenever the articles change, until Ctrl-C')
  .option('--json', 'print what was done as JSON')
  .action(async ({ full = false, watch = false, json = false }: Options) => {
    loadEnvFile();
    const config = readConfig(process.env);
    const [model, { build }] = await Promise.all([
      import('./open-model.js').then(({ openModel }) => openModel(config, { willEmbed: true })),
      import('./build.js'),
    ]);
    const run = async (again: boolean) => {
      const started = performance.now();
      const report = await build(config, model, { full: full && !again, tellsFates: true, isLast: !watch });
      const seconds = Math.round((performance.now() - started) / 100) / 10;
      const result = { ...report, seconds };
      if (report.built || !again) console.log(json ? JSON.stringify(result) : sentence(result));
    };
    await run(false).finally(() => watch || model.processes.end());
    if (!watch) return;
    const { whenChanged } = await import('./watch.js');
    console.error(`Watching ${config.seedsDir}; Ctrl-C ends.`);
    await whenChanged(config.seedsDir, () => run(true).catch((error) => console.error(describe(error))));
  });

interface Options {
  full?: boolean;
  watch?: boolean;
  json?: boolean;
}

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

await runCommand(command);
