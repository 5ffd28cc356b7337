import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../config.js';
import type { Embedder } from '../embedding/embedder.js';
import { EmbeddingProcesses } from '../embedding/embedding-processes.js';
import { hashModel } from '../embedding/hash-model.js';
import { fetchModel, parseHubModel } from '../embedding/hub.js';
import { type ModelFolder, readModelFolder } from '../embedding/model-folder.js';
import type { IndexModel } from '../index/open.js';

/** Models from the hub are kept beside the one that comes with the program. */
const HUB_MODELS = join('models', 'hf');

/** The model that the settings name. Its weights are loaded only when they are needed, which takes a second. */
export interface Model extends IndexModel {
  /** Loads it, once. */
  load(): Promise<Embedder>;
  /** Embeds texts elsewhere; to be ended. */
  processes: EmbeddingProcesses;
}

/**
 * Finds the model that the settings name, and fetches it where it is on the hub and not here yet.
 * @param willEmbed whether a process that embeds is started at once: it takes longer to load than anything else
 * @throws UserError where there is none
 */
export async function openModel(config: Config, { willEmbed = false } = {}): Promise<Model> {
  const folder = await openFolder(config);
  const processes = processesOf(folder);
  if (willEmbed) processes.start();
  const sha256 = await hashModel(folder).catch((error) => {
    processes.end();
    throw error;
  });
  let loaded: Promise<Embedder> | null = null;
  const load = (): Promise<Embedder> => {
    // A build of few changes needs none here, so that not even the program for it is read.
    loaded ??= import('../embedding/embedder.js').then((module) => module.Embedder.load(folder, sha256));
    return loaded;
  };
  return { name: folder.name, sha256, load, processes };
}

async function openFolder({ embeddingModel, hubUrl }: Config): Promise<ModelFolder> {
  const model = parseHubModel(embeddingModel);
  if (!model) return readModelFolder(embeddingModel);
  const folder = await fetchModel(model, hubUrl, HUB_MODELS, (file) => console.error(`Fetching ${file}…`));
  return readModelFolder(folder, `${model.owner}/${model.name}`);
}

/**
 * In megabytes. The tokenizer is made of hundreds of thousands of small things: with V8's own sizes they are copied from one
 * half of its young generation to the other over and over, and a process takes a tenth of a second longer to load. Only the
 * first has so much: where more are started, texts take minutes, and memory counts.
 */
const YOUNG_GENERATION = ['--min-semi-space-size=64', '--max-semi-space-size=64'];

/** Each process holds the model, some 350 MB. */
const MOST_PROCESSES = 4;

function processesOf(folder: ModelFolder): EmbeddingProcesses {
  const spawn = (isFirst: boolean) => {
    // It needs no token, so it gets none.
    const { DISCORD_TOKEN: _, ...env } = process.env;
    return fork(join(import.meta.dirname, 'embedding.js'), [JSON.stringify(folder)], {
      env,
      execArgv: isFirst ? YOUNG_GENERATION : [],
      serialization: 'advanced',
    });
  };
  return new EmbeddingProcesses(spawn, Math.min(availableParallelism(), MOST_PROCESSES));
}
